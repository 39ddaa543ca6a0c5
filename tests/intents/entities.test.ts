import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { findEntities } from "../../intents/entities/find.ts";
import type { Entity } from "../../intents/entities/entity.ts";
import { ROOT } from "../../src/infra/root.ts";

// Friday noon in Shanghai.
const NOW = Date.parse("2026-11-20T12:00:00+08:00");
const PRODUCTS = ["空气炸锅", "iPhone 15", "保温杯", "加厚羽绒服", "羽绒服"];

const casesSchema = z.array(
  z.object({
    text: z.string(),
    found: z.array(z.object({ kind: z.string(), text: z.string(), value: z.record(z.string(), z.unknown()) })),
  }),
);

describe.each(["numbers", "body-and-size", "money-quantity-colour", "date-and-time", "together", "by-hand"])(
  "entities: %s",
  (name) => {
    it.each(casesIn(name))("“$text” names what its table says", ({ text, found }) => {
      const entities = findEntities(text, { now: NOW, products: PRODUCTS, timezone: "Asia/Shanghai" });

      expect(entities.map(plain)).toEqual(found);
      for (const { start, end, text: words } of entities) expect(text.slice(start, end)).toBe(words);
    });
  },
);

function casesIn(name: string): z.infer<typeof casesSchema> {
  return casesSchema.parse(JSON.parse(readFileSync(join(ROOT, "tests/fixtures/entities", `${name}.json`), "utf8")));
}

/** Moments as the shop's clock shows them, so that a table can be read. */
function plain(entity: Entity): unknown {
  const { kind, text } = entity;
  if (entity.kind !== "time" || entity.value.at === undefined) return { kind, text, value: entity.value };
  return { kind, text, value: { at: `${new Date(entity.value.at + 8 * 3_600_000).toISOString().slice(0, 16)}+08:00` } };
}
