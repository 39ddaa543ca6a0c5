import type { ArticleChange, ArticleHistory, ArticleRow, ImportPreview } from "../../src/knowledge/api.ts";
import { suggestFor } from "./fake-console-topics.ts";

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: Buffer;
  readonly json: (value: unknown, code?: number) => void;
  readonly text: (value: string) => void;
}

/** Knowledge in memory, following src/knowledge/api.ts; its file reader knows no quotes, which is enough to try the page. */
export function fakeKnowledge() {
  const versions = new Map<string, ArticleRow[]>();
  for (const article of ARTICLES) versions.set(article.id, [article]);
  const latest = () => [...versions.values()].map((all) => all.at(-1)).filter((row) => row !== undefined);

  function answer(asked: Asked): void {
    const [, , , , , , first, second] = asked.url.pathname.split("/").map(decodeURIComponent);
    if (first === undefined) return list(asked);
    if (first === "export") return asked.text("\ufeffid,stage,question,alternatives,answer\r\n");
    if (first === "preview") return asked.json(preview(asked.body.toString()));
    if (first === "import") return importFile(asked);
    if (second === "history") return asked.json(history(first));
    if (asked.method === "PUT") return edit(asked, first);
    return change(asked, first, second ?? "");
  }

  function list({ url, json }: Asked): void {
    const query = url.searchParams.get("query") ?? "";
    const phase = url.searchParams.get("phase");
    const links = url.searchParams.get("links");
    const found = latest().filter(
      (row) =>
        row.question.includes(query) && (phase === null || row.phase === phase) && (links === null || stateOf(row) === links),
    );
    const page = Number(url.searchParams.get("page") ?? "1");
    const items = found.slice((page - 1) * 50, page * 50);
    json({
      items: items.map((row) => (row.topics ? row : { ...row, suggested: suggestFor(row.question) })),
      total: found.length,
    });
  }

  function edit({ body, json }: Asked, id: string): void {
    const said = JSON.parse(body.toString());
    const before = versions.get(id)?.at(-1);
    if ((before?.version ?? 0) !== said.version) return json({ status: 409, detail: "这条知识刚被别人改过。", title: "" }, 409);
    push(id, { ...EMPTY, ...said, id, version: said.version + 1 });
    json(versions.get(id)?.at(-1));
  }

  function change({ json }: Asked, id: string, act: string): void {
    const all = versions.get(id) ?? [];
    const now = all.at(-1);
    const before = all.at(-2);
    if (now === undefined || (act === "undo" && before === undefined))
      return json({ status: 409, title: "", detail: "没有可撤销的修改。" }, 409);
    const next = act === "undo" && before !== undefined ? before : { ...now, status: "withdrawn" as const };
    push(id, { ...next, version: now.version + 1 });
    json(versions.get(id)?.at(-1));
  }

  function push(id: string, row: ArticleRow): void {
    versions.set(id, [...(versions.get(id) ?? []), { ...row, updatedAt: new Date().toISOString(), updatedBy: "陈店长" }]);
  }

  function history(id: string): ArticleHistory {
    const all = [...(versions.get(id) ?? [])].reverse();
    return {
      versions: all.map((row) => {
        const { version, updatedAt, updatedBy } = row;
        return { version, change: version === 1 ? "create" : "edit", at: updatedAt, by: updatedBy, article: row };
      }),
    };
  }

  function preview(file: string): ImportPreview {
    const [, ...lines] = file.replace("\ufeff", "").trim().split(/\r?\n/);
    const errors = lines.flatMap((line, at) => (line.split(",").length === 5 ? [] : [badLine(at + 2)]));
    const rows = errors.length > 0 ? [] : lines.map((line) => line.split(","));
    const changes = rows.map(([id = "", stage = "", question = "", alternatives = "", text = ""]) =>
      changeOf({ id, stage, question, alternatives, answer: text }),
    );
    return {
      digest: `d${file.length}`,
      encoding: "utf-8",
      rows: lines.length,
      errors,
      created: changes.filter((each) => each.before === undefined),
      changed: changes.filter((each) => each.before !== undefined && each.columns.length > 0),
      unchanged: changes.filter((each) => each.before !== undefined && each.columns.length === 0).length,
    };
  }

  function changeOf(after: Record<string, string>): ArticleChange {
    const row = versions.get(after["id"] ?? "")?.at(-1);
    const before = row && {
      id: row.id,
      stage: row.phase,
      question: row.question,
      alternatives: row.alternatives.join("|"),
      answer: row.answer,
    };
    const columns = Object.keys(after).filter((column) => new Map(Object.entries(before ?? {})).get(column) !== after[column]);
    return {
      id: after["id"] ?? "",
      question: after["question"] ?? "",
      columns,
      after,
      suggested: suggestFor(after["question"] ?? ""),
      ...(before === undefined ? {} : { before }),
    };
  }

  function importFile({ body, json }: Asked): void {
    const { created, changed, unchanged, errors } = preview(body.toString());
    if (errors.length > 0) return json({ status: 422, title: "", detail: "", errors }, 422);
    for (const each of [...created, ...changed]) {
      const { question = "", answer: text = "", alternatives = "" } = each.after;
      const before = versions.get(each.id)?.at(-1) ?? EMPTY;
      push(each.id, {
        ...before,
        id: each.id,
        question,
        answer: text,
        alternatives: alternatives.split("|"),
        version: before.version + 1,
      });
    }
    json({ created: created.length, changed: changed.length, unchanged });
  }

  return { answer };
}

function badLine(line: number) {
  return {
    line,
    column: "answer",
    reason: {
      zh: "这一行应有 5 列。请检查答案里的逗号是否加了引号。",
      en: "This line should have 5 columns. Are commas in the answer quoted?",
    },
  };
}

function stateOf({ topics }: ArticleRow): string {
  if (topics === undefined) return "suggested";
  return topics.length === 0 ? "none" : "set";
}

const EMPTY: ArticleRow = {
  id: "",
  layer: "store",
  phase: "presale",
  question: "",
  alternatives: [],
  answer: "",
  status: "active",
  version: 0,
  updatedAt: "2026-05-01T02:00:00.000Z",
  updatedBy: "陈店长",
};

const ARTICLES: readonly ArticleRow[] = [
  {
    ...EMPTY,
    id: "size-1",
    version: 1,
    question: "这件衣服偏大还是偏小？",
    alternatives: ["尺码准吗", "偏码吗"],
    answer: "版型按国标尺码做，平时穿什么码就拍什么码。介于两码之间，喜欢宽松拍大一码。",
  },
  {
    ...EMPTY,
    id: "ship-1",
    version: 1,
    phase: "insale",
    question: "什么时候发货？",
    alternatives: ["多久发货", "今天能发吗"],
    answer: "每天 16:00 前付款当天发出，之后付款次日发出。",
  },
  {
    ...EMPTY,
    id: "return-7",
    version: 1,
    phase: "aftersale",
    question: "支持七天无理由退货吗？",
    alternatives: ["可以退货吗", "不喜欢能退吗"],
    answer: "支持。签收后 7 天内，吊牌完好、未洗未穿即可申请，运费险已为您买好。",
  },
  {
    ...EMPTY,
    id: "shared-hi",
    layer: "shared",
    version: 1,
    question: "你们几点上班？",
    alternatives: ["客服在线时间"],
    answer: "人工客服每天 9:00 到次日 1:00 在线，其余时间留言会在开班后先回。",
  },
];
