/** A share of 0..1 as people read it: `97.5%`. */
export function percentText(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(share);
}
