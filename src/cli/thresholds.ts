import { describeAnswering, know } from "../answering/answering.ts";
import type { AnsweringChangeRow, AnsweringPage, AnsweringSetting, AnsweringTally } from "../answering/api.ts";
import { settingFor } from "../answering/rules/setting.ts";
import { STYLES } from "../answering/rules/styles.ts";
import { saveSetting } from "../answering/store/settings.ts";
import { SHARED_STORE } from "../core/ids.ts";
import type { Workbench } from "../core/workbench.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { findKnowledgeStore } from "../knowledge/store.ts";

export interface ThresholdsCommand {
  /** The store's key. */
  readonly store: string;
  /** A style, as it is typed; absent: only look. */
  readonly set?: string | undefined;
  readonly isJson: boolean;
}

export interface ThresholdsCommandParts {
  readonly database: Database;
  readonly openWorkbench: () => Promise<Workbench>;
  /** Who it is. */
  readonly by: string;
  readonly now: () => Instant;
  /** Prints one line. */
  readonly write: (line: string) => void;
}

/** `counterbell thresholds <store>`: what the console's page says about when the bot answers itself. Returns the exit code. */
export async function runThresholds(
  command: ThresholdsCommand,
  { database, openWorkbench, by, now, write }: ThresholdsCommandParts,
): Promise<0 | 1> {
  const told = (line: string): 1 => {
    write(line);
    return 1;
  };
  const store = await findKnowledgeStore(database, { key: command.store });
  if (store === undefined || store.id === SHARED_STORE)
    return told(
      `<store>：没有店铺“${command.store}” · there is no store with the key ${command.store}; give the key of a store.`,
    );
  const style = STYLES.find((known) => known === command.set);
  if (command.set !== undefined && style === undefined)
    return told(`--set ${command.set}：写 ${STYLES.join("、")} 之一 · one of ${STYLES.join(", ")}.`);
  const parts = { database, workbench: await openWorkbench(), now };
  const collected = await know(parts, store.id);
  if (collected.type === "busy")
    return told(
      "本店的问题正在试跑，等它结束再试 · this store's questions are being asked at this moment; try again when that is over.",
    );
  const { result: known } = collected;
  if (style !== undefined) {
    const setting = settingFor({ style }, known.offers);
    await saveSetting(database, { store: store.id, change: "set", setting, at: now(), by });
  }
  const page = await describeAnswering(parts, store.id, known);
  for (const line of command.isJson ? [JSON.stringify(page)] : asTable(page)) write(line);
  return 0;
}

const NAMES = {
  cautious: "谨慎 cautious",
  balanced: "均衡 balanced",
  bold: "大胆 bold",
  own: "自己定的数 own numbers",
} as const;

function asTable(page: AnsweringPage): readonly string[] {
  const { now, styles, history } = page;
  return [
    `现在 · now: ${settingOf(page.setting)}`,
    `依据 · from: ${basisOf(page)}`,
    evidenceOf(page),
    ...leftAsideOf(page),
    ...(now !== undefined && now.questions < FEW ? ["问题还少，只能看个大概 · only a few questions yet: a rough picture"] : []),
    ...(now === undefined ? [] : [tallyLine("现在 now", now)]),
    ...styles.map(({ style, tally, numbers, wrongAtMost }) => {
      const name = `${NAMES[style]} (${numbers.answer.toFixed(2)}, 目标答错 aims at wrong ≤ ${wrongAtMost} %)`;
      return tally === undefined ? `  ${name}` : tallyLine(name, tally);
    }),
    ...history.slice(0, MOST_CHANGES).map(changeLine),
  ];
}

const MOST_CHANGES = 5;
/** Fewer questions make a rough picture only. */
const FEW = 30;

function settingOf({ style, numbers, isCalibrated }: AnsweringSetting): string {
  const [answer, askBack] = [round(numbers.answer), round(numbers.askBack)];
  const [lead, inScope] = [round(numbers.lead), round(numbers.inScope)];
  const calibrated = isCalibrated ? "，已校准 calibrated" : "";
  return `${NAMES[style]}（直接回答 answer ${answer}，反问 ask back ${askBack}，领先 lead ${lead}，相关 in scope ${inScope}${calibrated}）`;
}

/** Finer nobody reads. */
function round(value: number): number {
  return Math.round(100 * value) / 100;
}

function basisOf({ basis: { type, labels, enough } }: AnsweringPage): string {
  if (type === "store") return `本店 ${labels} 个有结果的问题 · ${labels} labelled questions of this store`;
  if (type === "desk") return `所有店铺 ${labels} 个有结果的问题 · ${labels} labelled questions of all stores`;
  return `出厂经验；有结果的问题 ${labels} 个，满 ${enough} 个才按本店的算 · as shipped; ${labels} of ${enough} labelled questions`;
}

function evidenceOf({ evidence: { turns, golden, phrasings, shown } }: AnsweringPage): string {
  const counts = `会话 conversations ${turns}，标准问题 golden questions ${golden}`;
  if (shown === "labelled") return `下面的数来自 · counted on: ${counts}`;
  if (shown === "phrasings")
    return `下面的数来自本店自己的 ${phrasings} 个问法，逐个拿掉再问：比真实顾客的问题难 · counted on ${phrasings} phrasings of the store, each left out and asked: harder than shoppers' questions`;
  return "还没有可以数的问题：加几个标准问题，或等有了会话再看 · nothing to count yet: add golden questions, or wait for conversations";
}

/** What was not counted, and why. */
function leftAsideOf({ evidence: { olderTurns, goldenLeft, conversations, isCut } }: AnsweringPage): readonly string[] {
  return [
    ...(isCut
      ? [`会话很多，只看了最近 ${conversations} 个 · only the newest ${conversations} conversations were looked at`]
      : []),
    ...(olderTurns > 0
      ? [`另有 ${olderTurns} 个是旧版本读的，没有算进来 · ${olderTurns} more were read by an earlier version and are left out`]
      : []),
    ...(goldenLeft > 0
      ? [`知识条目太多，${goldenLeft} 个标准问题没有试 · too many articles: ${goldenLeft} golden questions were not asked`]
      : []),
  ];
}

/** Of fewer questions nobody speaks in hundredths. */
const MANY = 20;

function tallyLine(name: string, tally: AnsweringTally): string {
  const { questions } = tally;
  const isFew = questions < MANY;
  const of = (count: number): string => (isFew ? count : (100 * count) / questions).toFixed(0).padStart(3);
  return `  ${name}：${isFew ? `这 ${questions} 个` : "每 100 个"}问题答对 right ${of(tally.answeredRight)}，答错 wrong ${of(tally.answeredWrong)}，反问 asked back ${of(tally.askedBack)}，转人工 handed over ${of(tally.handedOver)}，不用答 left alone ${of(tally.leftAlone)}`;
}

const CHANGES = { set: "设置 set", restore: "恢复 restored", learned: "学到 learned", file: "店铺文件 store file" } as const;

function changeLine({ at, by, change, before, after }: AnsweringChangeRow): string {
  const said = ({ style, numbers }: AnsweringSetting): string => `${NAMES[style]} ${round(numbers.answer)}`;
  return `  ${at}  ${CHANGES[change]}  ${said(before)} → ${said(after)}  ${by}`;
}
