import { createGenerator, type Config } from "ts-json-schema-generator";

export type Shapes = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** JSON Schemas of all types that api.ts files export, by their names; those of the widget begin with `Widget`. */
export function shapesOfAnswers(): Shapes {
  const ours = shapesIn("src/**/api.ts");
  const widgets = Object.entries(shapesIn("adapters/web/api.ts")).map(([name, shape]) => [named(name), renamed(shape)] as const);
  return Object.fromEntries([...Object.entries(ours), ...widgets].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function shapesIn(path: string): Shapes {
  const settings: Config = { path, tsconfig: "tsconfig.json", type: "*", expose: "export", topRef: true, skipTypeCheck: true };
  const { definitions = {} } = createGenerator(settings).createSchema("*");
  const text = JSON.stringify(definitions).replace(REFERENCE, (_all, name: string) => `"#/definitions/${plain(name)}"`);
  return Object.fromEntries(Object.entries(JSON.parse(text) as Shapes).map(([name, shape]) => [plain(name), shape]));
}

const REFERENCE = /"#\/definitions\/([^"]+)"/g;

/** `SettingPage<WaitsSetting>` → `SettingPageWaitsSetting`: OpenAPI allows letters and digits in names. */
function plain(name: string): string {
  return decodeURIComponent(name).replace(/\W+/g, "");
}

/** `Problem` is what all of the API refuses with. */
function named(name: string): string {
  return name.startsWith("Widget") || name === "Problem" ? name : `Widget${name}`;
}

function renamed(shape: Shapes[string]): Shapes[string] {
  const text = JSON.stringify(shape).replace(
    /"#\/definitions\/(\w+)"/g,
    (_all, name: string) => `"#/definitions/${named(name)}"`,
  );
  return JSON.parse(text) as Shapes[string];
}
