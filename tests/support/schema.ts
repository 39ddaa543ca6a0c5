import type { Pool } from "pg";

/**
 * What prisma/schema.prisma says of tables, as lines such as `Store.name text not null`, in the words of `describeDatabase`.
 * Reads what our schema uses; throws at anything else, so that nothing is passed over.
 */
export function describeSchema(text: string): readonly string[] {
  const models = new Map([...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = "", body = ""]) => [name, body]));
  if (/^(enum|type|view) /m.test(text)) throw new Error("describeSchema knows models only.");
  return [...models].flatMap(([table, body]) => describeModel({ table, body, models })).sort();
}

interface Model {
  readonly table: string;
  readonly body: string;
  readonly models: ReadonlyMap<string, string>;
}

function describeModel(model: Model): readonly string[] {
  const lines = model.body
    .split("\n")
    .map((line) => line.replace(/\/\/.*$/, "").trim())
    .filter((line) => line !== "");
  return lines.flatMap((line) => (line.startsWith("@@") ? describeBlock(model.table, line) : describeField(model, line)));
}

const BLOCKS: Readonly<Record<string, string>> = { id: "primary key", unique: "unique", index: "index" };

function describeBlock(table: string, line: string): readonly string[] {
  const [, kind = "", columns = ""] = /^@@(id|unique|index)\(\[([\w, ]+)\](?:, type: Gin)?\)$/.exec(line) ?? [];
  if (kind === "") throw new Error(`describeSchema does not know ${table} ${line}`);
  return [`${table} ${BLOCKS[kind]} (${columns})`];
}

function describeField({ table, models }: Model, line: string): readonly string[] {
  const [, name = "", type = "", mark = "", rest = ""] = /^(\w+)\s+(\w+)(\[\]|\?)?\s*(.*)$/.exec(line) ?? [];
  if (models.has(type)) return describeRelation({ table, type, rest, body: models.get(table) ?? "" });
  const attributes = attributesOf(rest);
  const unknown = [...attributes.keys()].filter((attribute) => !KNOWN.includes(attribute));
  if (name === "" || unknown.length > 0) throw new Error(`describeSchema does not know ${table}: ${line}`);
  const column = [`${table}.${name}`, typeOf(type, mark, attributes), ...(mark === "" ? ["not null"] : [])];
  const value = defaultOf({ table, name, type, written: attributes.get("default") });
  return [
    [...column, ...(value === undefined ? [] : [`default ${value}`])].join(" "),
    ...(attributes.has("id") ? [`${table} primary key (${name})`] : []),
    ...(attributes.has("unique") ? [`${table} unique (${name})`] : []),
  ];
}

const KNOWN = ["id", "unique", "default", "updatedAt", "db.Timestamptz"];

/** `@default(now()) @unique` → default: now(), unique: "". */
function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = [...text.matchAll(/@([\w.]+)(?:\(((?:[^()]|\([^()]*\))*)\))?/g)];
  return new Map(found.map(([, name = "", value = ""]) => [name, value]));
}

const TYPES: Readonly<Record<string, string>> = {
  String: "text",
  Int: "integer",
  BigInt: "bigint",
  Boolean: "boolean",
  Json: "jsonb",
  Bytes: "bytea",
  Float: "double precision",
};

function typeOf(type: string, mark: string, attributes: ReadonlyMap<string, string>): string {
  const digits = attributes.get("db.Timestamptz");
  const found = type === "DateTime" && digits !== undefined ? `timestamp(${digits}) with time zone` : TYPES[type];
  if (found === undefined) throw new Error(`describeSchema does not know the type ${type}; times need @db.Timestamptz(3)`);
  return mark === "[]" ? `${found}[]` : found;
}

interface Default {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly written: string | undefined;
}

function defaultOf({ table, name, type, written }: Default): string | undefined {
  // The client makes these.
  if (written === undefined || written === "uuid()" || written === "cuid()") return undefined;
  if (written === "now()") return "CURRENT_TIMESTAMP";
  if (written === "autoincrement()") return `nextval('"${table}_${name}_seq"'::regclass)`;
  if (written === "[]") return `ARRAY[]::${TYPES[type]}[]`;
  if (written.startsWith("[")) return `ARRAY[${written.slice(1, -1).split(/, */).map((text) => quoted(text, "text")).join(", ")}]`; // prettier-ignore
  return written.startsWith('"') ? quoted(written, TYPES[type] ?? "text") : written;
}

const quoted = (text: string, type: string): string => `'${text.slice(1, -1)}'::${type}`;

interface Relation {
  readonly table: string;
  readonly type: string;
  readonly rest: string;
  readonly body: string;
}

function describeRelation({ table, type, rest, body }: Relation): readonly string[] {
  const [, columns] = /fields: \[([\w, ]+)\]/.exec(rest) ?? [];
  // The other end of a relation is no column.
  if (columns === undefined) return [];
  const [, references = ""] = /references: \[([\w, ]+)\]/.exec(rest) ?? [];
  const [, written] = /onDelete: (\w+)/.exec(rest) ?? [];
  const isOptional = columns.split(", ").every((column) => new RegExp(`^\\s*${column}\\s+\\w+\\?`, "m").test(body));
  const onDelete = written?.toLowerCase() ?? (isOptional ? "set null" : "restrict");
  return [`${table} foreign key (${columns}) references ${type} (${references}) on delete ${onDelete}`];
}

/** What a database has in its schema `public`, without Prisma's bookkeeping and the indexes that Prisma has no words for. */
export async function describeDatabase(pool: Pick<Pool, "query">): Promise<readonly string[]> {
  const { rows } = await pool.query<{ line: string }>(CATALOG);
  return rows.map(({ line }) => line).sort();
}

const CATALOG = `
  WITH t AS (
    SELECT oid, relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations')
  SELECT concat_ws(' ', relname || '.' || attname, format_type(atttypid, atttypmod), CASE WHEN attnotnull THEN 'not null' END,
    'default ' || pg_get_expr(adbin, adrelid)) AS line
  FROM t JOIN pg_attribute ON attrelid = t.oid AND attnum > 0 AND NOT attisdropped
  LEFT JOIN pg_attrdef ON adrelid = t.oid AND adnum = attnum
  UNION ALL
  SELECT relname || CASE WHEN indisprimary THEN ' primary key (' WHEN indisunique THEN ' unique (' ELSE ' index (' END ||
    (SELECT string_agg(attname, ', ' ORDER BY k.n) FROM unnest(indkey) WITH ORDINALITY AS k(num, n)
     JOIN pg_attribute ON attrelid = indrelid AND attnum = k.num) || ')'
  FROM t JOIN pg_index ON indrelid = t.oid WHERE indpred IS NULL AND indexprs IS NULL
  UNION ALL
  SELECT t.relname || ' foreign key (' || names(conrelid, conkey) || ') references ' || f.relname || ' (' ||
    names(confrelid, confkey) || ') on delete ' ||
    CASE confdeltype WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' ELSE confdeltype::text END
  FROM t JOIN pg_constraint ON conrelid = t.oid AND contype = 'f' JOIN pg_class f ON f.oid = confrelid`.replace(
  /names\((\w+), (\w+)\)/g,
  `(SELECT string_agg(attname, ', ' ORDER BY k.n) FROM unnest($2) WITH ORDINALITY AS k(num, n)
     JOIN pg_attribute ON attrelid = $1 AND attnum = k.num)`,
);
