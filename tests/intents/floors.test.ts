import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { z } from "zod";
import { readCatalog } from "../../intents/catalog.ts";
import { recallByIntent } from "../../intents/training/recall.ts";

/** `npm run floors:intents` writes them anew, a little under what is reached: after the catalogue was changed on purpose. */
const floors = z.record(z.string(), z.number());

it("recognises new phrasings of each intent no worse than before", async () => {
  const expected = floors.parse(JSON.parse(await readFile("tests/fixtures/intent-floors.json", "utf8")));
  const recalls = recallByIntent((await readCatalog("intents/catalog")).filter(({ kind }) => kind !== "merchant"));

  expect([...recalls.keys()].toSorted()).toEqual(Object.keys(expected).toSorted());
  const fallen = [...recalls].filter(([id, recall]) => recall < (expected[id] ?? 0));
  expect(fallen, "less is recognised than the floors allow").toEqual([]);
}, 120_000);
