import { existsSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { foldersForTest } from "../support/folders.ts";

let folder = "";
afterAll(() => expect(existsSync(folder)).toBe(false));

describe("a folder of a suite", () => {
  const newFolder = foldersForTest();

  it("is there while the suite runs, and gone after it", () => {
    folder = newFolder();
    expect(existsSync(folder)).toBe(true);
  });
});
