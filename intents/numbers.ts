import type { Normalised } from "./normalise.ts";

/** A shorter run is a size, a weight or an amount. */
const MIN_ORDER_LENGTH = 5;
/** No order, tracking or telephone number is longer, with the spaces in it. */
const MAX_NUMBER_LENGTH = 80;
/** The consumers' hotline: who writes nothing else threatens with it. */
const HOTLINE = "12315";

/**
 * The number, if a text is nothing else: of an order, a parcel or a telephone. Undefined for all other texts. It says no word, so nothing
 * is asked or complained of; but only a shop's customer would send it.
 */
export function findBareNumber({ whole }: Normalised): string | undefined {
  if (whole.length > MAX_NUMBER_LENGTH) return undefined;
  const number = whole.replace(/[\s#:,.。+_-]/gu, "");
  const isNumber = /^[a-z]{0,6}\d[a-z\d]*$/u.test(number) && (number.match(/\d/gu) ?? []).length >= MIN_ORDER_LENGTH;
  return isNumber && number !== HOTLINE ? number : undefined;
}
