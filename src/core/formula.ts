/**
 * Cells that a spreadsheet would run as a formula (OWASP, “CSV Injection”), with any number of guards before them: a text
 * that itself begins with a guard and such a sign gets one more, so that nothing is lost on the way back.
 */
const RISKY = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const GUARD = "'";

/** The cell as it may be opened in a spreadsheet. */
export function guard(cell: string): string {
  return RISKY.test(cell) ? GUARD + cell : cell;
}

/** What `guard` was given; cells without a guard stay as they are. */
export function unguard(cell: string): string {
  return cell.startsWith(GUARD) && RISKY.test(cell) ? cell.slice(GUARD.length) : cell;
}
