import { expect, it } from "vitest";
import { readLine } from "../../src/cli/rehearsal-line.ts";

it.each([
  ["not JSON", "{", "this is not JSON"],
  [
    "a moment without offset",
    '{"at":"2026-10-01T23:00:00","from":"shopper","who":"a","text":"x"}',
    "at must be a moment with its offset",
  ],
  [
    "an unknown role",
    '{"at":"2026-10-01T23:00:00Z","from":"robot","who":"a","text":"x"}',
    "from must be one of shopper, agent, clock",
  ],
  ["nobody", '{"at":"2026-10-01T23:00:00Z","from":"shopper","text":"x"}', "who is missing"],
  ["no words", '{"at":"2026-10-01T23:00:00Z","from":"shopper","who":"a","text":" "}', "text is empty"],
  ["an earlier time", '{"at":"2026-10-01T22:00:00Z","from":"clock"}', "lies before the line above"],
])("a line with %s is refused, naming the field", (_name, line, sentence) => {
  expect(readLine(line, Date.parse("2026-10-01T23:00:00Z"))).toMatchObject({ fault: expect.stringContaining(sentence) });
});

it("a clock line needs nobody and no words", () => {
  const line = readLine('{"at":"2026-10-01T23:00:00+08:00","from":"clock"}', 0);
  expect(line).toEqual({ act: { at: Date.parse("2026-10-01T15:00:00Z"), from: "clock", who: "", text: "" } });
});
