/** A sum as it is shown: `¥80`, `¥66.50`. */
export function yuanText(fen: number): string {
  return `¥${fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2)}`;
}

/** The most that can be asked for, in yuan; the server's bound. */
export const MOST_YUAN = 100_000;

/** Fen of what somebody typed; undefined while it is no sum. */
export function fenOf(yuan: number | null): number | undefined {
  if (yuan === null || !Number.isFinite(yuan)) return undefined;
  const fen = Math.round(yuan * 100);
  return fen >= 1 && fen <= MOST_YUAN * 100 ? fen : undefined;
}
