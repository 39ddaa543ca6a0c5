import type { Json } from "./document.ts";

/** JSON Schemas by name, referring to each other as `#/definitions/…`. */
export type Shapes = Readonly<Record<string, Json>>;

export function referTo(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

/** The named schemas with all that they refer to. Throws for a name that no api.ts exports. */
export function componentsFor(names: readonly string[], shapes: Shapes): { readonly schemas: Shapes } {
  const found = new Map<string, Json>();
  const take = (name: string): void => {
    if (found.has(name)) return;
    const shape = shapes[name];
    if (shape === undefined)
      throw new Error(`No api.ts exports a type ${name}: mend its name in described.ts, or run npm run generate:api.`);
    found.set(name, open(shape));
    for (const [, next = ""] of JSON.stringify(shape).matchAll(/"#\/definitions\/(\w+)"/g)) take(next);
  };
  names.forEach(take);
  return { schemas: Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** Answers may get more members later: whoever reads them must not be told that there are no others. */
function open(shape: Json): Json {
  const text = JSON.stringify(shape, (key, value: unknown) =>
    key === "additionalProperties" && value === false ? undefined : value,
  );
  return JSON.parse(text.replaceAll('"#/definitions/', '"#/components/schemas/')) as Json;
}
