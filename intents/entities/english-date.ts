import { DateTime } from "luxon";
import { dayOf, nearestMonthly, wallOf } from "./calendar.ts";
import { MAX_CHRONO_LENGTH, readEnglish, type Named } from "./chrono.ts";
import type { Finder, Found, Scan } from "./entity.ts";
import { part, pattern, spanOf } from "./pattern.ts";

/** Words without which no English text names a day or an hour; chrono is not asked about others. */
const HINT =
  /(?<![a-z])(?:today|tomorrow|tmrw|tonight|yesterday|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|sept|september|october|november|december|week|weekend|month|noon|midnight|days?|weeks?|hours?|minutes?)(?![a-z])|\d ?[ap]m(?![a-z])/gu;
/** How far around such a word chrono looks: “in 3 …”, “… at half past two”. */
const LOOK_BACK = 24;
const LOOK_AHEAD = 36;
/** Lengths of time, words with another meaning, and bare numbers are no days. */
const NO_DAY =
  /^(?:for )?(?:now|the day(?: after| before)?|may|mar|march|sun|sat|sec(?:ond)?s?|a second|an? (?:hour|day|week|month|minute)|(?:\d+|one|two|three|four|five|six|seven|a few)[ -]?(?:to \d+ )?(?:h|hours?|hrs?|d|days?|weeks?|months?|years?|minutes?|mins?|seconds?)|(?:at )?\d{1,2}|[\d./-]+)$/u;
const ORDINAL = pattern(
  "(?<![a-z])the (?<day>3[01]|[12]?\\d)(?:st|nd|rd|th)(?! (?:one|time|item|piece|order|pair|box|floor|of|size))",
);

/** Days and hours in English, by chrono; what it reads into prices, lengths of time and “may” is left out. */
export const findEnglishDates: Finder = (scan) => [...chronoDates(scan), ...ordinals(scan)];

function chronoDates(scan: Scan): readonly Found[] {
  const wall = wallOf(scan);
  const found: Found[] = [];
  for (const { start, text } of windows(scan.text)) {
    for (const named of readEnglish(text, wall ?? DateTime.utc(2024, 1, 1))) {
      const words = text.slice(named.start, named.end);
      if (NO_DAY.test(words) || words.search(HINT) < 0 || /black $/u.test(text.slice(0, named.start))) continue;
      const trimmed = { ...named, end: named.start + words.replace(/[ ,.]+$/u, "").length };
      found.push(foundAt(trimmed, { offset: start, zone: wall === undefined ? undefined : scan.timezone }));
    }
  }
  return found;
}

/** The stretches of a text in which a day may be named, cut between words, none longer than chrono is given. */
function windows(text: string): readonly { readonly start: number; readonly text: string }[] {
  const found: { readonly start: number; readonly text: string }[] = [];
  let done = 0;
  for (const hint of text.matchAll(HINT)) {
    if (hint.index < done) continue;
    const from = Math.max(done, hint.index - LOOK_BACK);
    const until = Math.min(from + MAX_CHRONO_LENGTH, hint.index + hint[0].length + LOOK_AHEAD);
    const start = from + (/^[a-z\d]*/u.exec(from > done ? text.slice(from, hint.index) : "")?.[0].length ?? 0);
    const cut = until < text.length ? (/[a-z\d]*$/u.exec(text.slice(hint.index + hint[0].length, until))?.[0].length ?? 0) : 0;
    done = until - cut;
    found.push({ start, text: text.slice(start, done) });
  }
  return found;
}

function foundAt(named: Named, { offset, zone }: { readonly offset: number; readonly zone: string | undefined }): Found {
  const span = { start: offset + named.start, end: offset + named.end };
  if (named.hour === undefined) {
    return { kind: "date", ...span, value: (zone === undefined ? undefined : dayOf(named.year, named.month, named.day)) ?? {} };
  }
  const { year, month, day, hour, minute } = named;
  const at = zone === undefined ? undefined : DateTime.fromObject({ year, month, day, hour, minute: minute ?? 0 }, { zone });
  return { kind: "time", ...span, value: at?.isValid === true ? { at: at.toMillis() } : {} };
}

function ordinals(scan: Scan): readonly Found[] {
  const wall = wallOf(scan);
  return [...scan.text.matchAll(ORDINAL)].flatMap((match): Found[] => {
    const day = Number(part(match, "day"));
    if (day < 1) return [];
    const value = wall === undefined ? {} : (nearestMonthly(wall, { day, isPast: false }) ?? {});
    return [{ kind: "date", ...spanOf(match), value }];
  });
}
