/** So many letters stand before what was looked for, where the line is longer: enough to read on, few enough to see it in a list. */
const BEFORE = 8;

/** A line cut so that what was looked for stands near its beginning; unchanged where it does already, or does not stand in it at all. */
export function excerptAround(line: string, query: string): string {
  const at = line.toLowerCase().indexOf(query.toLowerCase());
  return at <= BEFORE ? line : `…${line.slice(at - BEFORE)}`;
}
