import type { Workbench } from "../core/workbench.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { learn, MOST_QUESTIONS, type Learned } from "../learning/learn.ts";
import type { LeftBecause } from "../learning/rules/propose.ts";
import { DEFAULT_MINIMUM, DEFAULT_SINCE, readSince } from "../learning/rules/since.ts";
import { MAX_OPEN_OF_ONE } from "../knowledge/store/proposals.ts";
import { findKnowledgeStore } from "../knowledge/store.ts";
import { SHARED_STORE } from "../core/ids.ts";

export interface LearnCommand {
  /** The store's key. */
  readonly store: string;
  /** As it is typed: `30d`, `12h`, `2026-10-01`. */
  readonly since?: string | undefined;
  readonly min?: string | undefined;
  readonly isDryRun: boolean;
  readonly isJson: boolean;
}

export interface LearnCommandParts {
  readonly database: Database;
  readonly openWorkbench: () => Promise<Workbench>;
  readonly now: Instant;
  /** Prints one line. */
  readonly write: (line: string) => void;
}

/** `counterbell learn <store>`: proposes what the store's conversations teach, and prints it. Returns the exit code. */
export async function runLearn(
  command: LearnCommand,
  { database, openWorkbench, now, write }: LearnCommandParts,
): Promise<0 | 1> {
  const store = await findKnowledgeStore(database, { key: command.store });
  if (store === undefined || store.id === SHARED_STORE)
    return told(
      write,
      `<store>：没有店铺“${command.store}” · there is no store with the key ${command.store}; give the key of a store.`,
    );
  const since = readSince(command.since ?? DEFAULT_SINCE, { now, timezone: store.timezone });
  if (since === undefined)
    return told(
      write,
      `--since ${command.since}：写成 30d、12h 或 2026-10-01（不晚于今天） · write 30d, 12h or a day such as 2026-10-01, not after today.`,
    );
  const min = command.min ?? String(DEFAULT_MINIMUM);
  if (!/^[1-9]\d{0,3}$/.test(min)) return told(write, `--min ${min}：写 1 到 9999 的整数 · write a whole number from 1 to 9999.`);
  const workbench = await openWorkbench();
  const request = { store: store.id, since, minimum: Number(min), isDryRun: command.isDryRun };
  const outcome = await learn({ database, workbench, now }, request);
  if (outcome.type === "busy")
    return told(
      write,
      `<store>：这家店（或别的几家店）正在学习，等它结束再运行 · ${command.store} (or several others) is being learned from already; run this again when that is over.`,
    );
  const learned = outcome.result;
  for (const line of command.isJson ? [JSON.stringify(asJson(learned))] : asTable(learned, min)) write(line);
  return 0;
}

function told(write: LearnCommandParts["write"], line: string): 1 {
  write(line);
  return 1;
}

const KINDS = {
  phrasings: "补充问法 phrasings",
  "new-article": "新增条目 new article",
  "change-article": "修改 change",
} as const;

const MADE = {
  made: "已提交 proposed",
  known: "早已提交 known",
  "too-many": "没有提交 not proposed",
  "dry-run": "试算 dry run",
} as const;

const LEFT: Readonly<Record<LeftBecause, string>> = {
  "no-answer": "没有可用的答案 · no usable answer",
  "too-few": "还不够多 · not often enough",
  "decided-before": "主管已决定过 · decided before",
  waits: "已有提议在等决定 · a proposal waits",
  covered: "已经有了 · covered",
  unusable: "写不成条目 · cannot be an article",
};

/** So many groups without a proposal are printed; `--json` has all. */
const MOST_LEFT = 20;
const MOST_UNHELPED = 10;

function asTable({ conversations, questions, isCut, proposed, left, unhelped }: Learned, min: string): readonly string[] {
  const cut = isCut
    ? [`只看了最近 ${MOST_QUESTIONS} 个问题 · only the newest ${MOST_QUESTIONS} questions were looked at; shorten --since.`]
    : [];
  const full = proposed.some(({ made }) => made === "too-many")
    ? [
        `已有 ${MAX_OPEN_OF_ONE} 条在等决定 · ${MAX_OPEN_OF_ONE} learned proposals wait already; decide some, then run this again.`,
      ]
    : [];
  return [
    `看了 ${conversations} 个会话，${questions} 个没答好的问题 · ${conversations} conversations, ${questions} questions not settled`,
    ...cut,
    `提议 ${proposed.length} 条 · ${proposed.length === 1 ? "1 proposal" : `${proposed.length} proposals`}`,
    ...proposed.flatMap(proposalLines),
    ...full,
    ...section(`没有提议 · nothing proposed for`, left.slice(0, MOST_LEFT).map(leftLine)),
    ...(left.length > MOST_LEFT
      ? [`  …… 还有 ${left.length - MOST_LEFT} 组，用 --json 看全 · ${left.length - MOST_LEFT} more, see --json`]
      : []),
    ...(left.some(({ because }) => because === "too-few")
      ? [`  问的人少于 ${min} 位的不提议；--min 1 一次也提议 · asked by fewer than ${min}; --min 1 proposes those too`]
      : []),
    ...section(
      "答了但没解决 · answered, but it did not help",
      unhelped.slice(0, MOST_UNHELPED).map(({ articleId, times, question, examples }) => {
        return `  ${String(times).padStart(4)}  ${articleId}  ${question}  ←  ${examples.join(" / ")}`;
      }),
    ),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

function proposalLines({ draft: { proposed, group }, made, topics }: Learned["proposed"][number]): readonly string[] {
  const head = `  ${String(group.shoppers).padStart(4)}  ${KINDS[proposed.kind]}  ${proposed.articleId}  [${MADE[made]}]`;
  if (proposed.kind === "phrasings") return [head, ...proposed.phrasings.map((text) => `          + ${text}`)];
  const { question, alternatives, answer } = proposed.words;
  return [
    head,
    `          问 ${question}`,
    ...alternatives.map((text) => `          + ${text}`),
    `          答 ${oneLine(answer)}`,
    ...topics.map(({ name, confidence }) => `          意图 intent ${name.zh} · ${name.en}  ${Math.round(confidence * 100)} %`),
  ];
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, " ⏎ ");

function leftLine({ group, because }: Learned["left"][number]): string {
  const others = group.texts.length > 1 ? `（共 ${group.texts.length} 种问法 wordings）` : "";
  return `  ${String(group.shoppers).padStart(4)}  ${group.texts[0] ?? ""}${others}  — ${LEFT[because]}`;
}

/** One object a run, for programs. */
function asJson({ conversations, questions, isCut, proposed, left, unhelped }: Learned) {
  return {
    conversations,
    questions,
    isCut,
    proposed: proposed.map(({ draft: { id, proposed: what, evidence, group, similar }, made, topics }) => {
      const suggested = topics.map(({ id: topic, confidence }) => ({ id: topic, confidence }));
      return { id, made, ...what, shoppers: group.shoppers, texts: group.texts, similar, suggested, evidence };
    }),
    left: left.map(({ group, because }) => ({ because, shoppers: group.shoppers, texts: group.texts })),
    unhelped,
  };
}
