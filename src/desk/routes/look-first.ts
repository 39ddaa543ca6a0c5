import { storeId, type IncomingId } from "../../core/ids.ts";
import { problem, type HttpProblem } from "../../core/problem.ts";
import { sentenceOf } from "../../core/reasons.ts";
import type { Agent } from "../../core/words.ts";
import { verdictOn, wordsOf, type Finding } from "../../guard/rules/finding.ts";
import type { GuardBook } from "../../guard/store.ts";
import type { Database } from "../../infra/database.ts";
import type { ScopedPrisma } from "../../infra/scope.ts";
import { aboveLimit, findPromises, type PromiseFacts } from "../../requests/rules/promises.ts";
import { promisedIn } from "../../requests/rules/promised.ts";
import type { NewerLine } from "../workspace/api.ts";
import type { StoredConversation } from "../store.ts";
import { newestByOthers } from "../store/newer.ts";
import { promiseFactsFor } from "../../requests/store.ts";
import { messageOf } from "../views.ts";

interface Sender {
  /** The event that the reply becomes. */
  readonly id: IncomingId;
  readonly client: ScopedPrisma;
  readonly conversation: StoredConversation;
  readonly agent: Agent;
  /** Signs in as a supervisor or admin. */
  readonly isSupervisor: boolean;
}

interface Reply {
  readonly text: string;
  /** The names of the files that go with it. */
  readonly files: readonly string[];
  readonly confirmed?: { readonly reason: string } | undefined;
  readonly seen?: number | undefined;
}

/**
 * Holds a reply back, before anything of it is stored, until somebody looked: 409 with the line of a colleague (or the bot) that
 * its writer had not seen, 422 with what the guard found. Sent again with the newer `seen`, or with `confirmed`, it goes out. What is
 * stored already passes: whoever did not hear so sends it again, and must not be told that it was held back.
 */
export async function requireLookedAt(
  { guard, db }: { readonly guard: GuardBook; readonly db: Database },
  { id, client, conversation, agent, isSupervisor }: Sender,
  { text, files, confirmed, seen }: Reply,
): Promise<void> {
  if ((await client.incoming.findFirst({ where: { id }, select: { id: true } })) !== null) return;
  const newer = seen === undefined ? undefined : await newestByOthers(client, conversation, { after: seen, than: agent.id });
  if (newer !== undefined) throw overtaken(newer);
  const promises = await promisesIn(text, () => promiseFactsFor(db, conversation, { agent: agent.id, isSupervisor }));
  const found = await guard.findInReply(storeId(conversation.storeId), text, files);
  const verdict = verdictOn([...promises, ...found], confirmed);
  if (verdict.type === "blocked" || verdict.type === "unconfirmed") throw lookAgain(verdict.findings);
}

// Most replies promise no money, and ask the database nothing.
async function promisesIn(text: string, facts: () => Promise<PromiseFacts>): Promise<readonly Finding[]> {
  return promisedIn(text).length === 0 ? [] : findPromises(text, await facts());
}

function overtaken(stored: Parameters<typeof messageOf>[0]): HttpProblem {
  const { seq, author, text, internal, at } = messageOf(stored, undefined);
  const newer: NewerLine = { seq, by: author.name ?? "", author: author.type, text, internal, at };
  return problem(409, {
    title: "Somebody was faster",
    detail: "A line that you had not seen came before this one. Look at it, then send it again with its number as `seen`.",
    field: "seen",
    remedy: `${seq}, once you have read that line`,
    more: { newer },
  });
}

function lookAgain(findings: readonly Finding[]): HttpProblem {
  const isBlocked = findings.some(({ level }) => level === "block");
  const remedy = isBlocked ? "without these words" : "again with confirmed: {reason}";
  const reason = reasonOf(findings, isBlocked);
  const detail = `text: ${reason.en}.`;
  return problem(422, { title: "Look again", detail, field: "text", remedy, more: { findings, reason } });
}

function reasonOf(findings: readonly Finding[], isBlocked: boolean): { readonly zh: string; readonly en: string } {
  const words = wordsOf(findings);
  const sum = findings.find(({ kind }) => kind === "compensation")?.sum;
  if (sum !== undefined) {
    const { zh, en } = sentenceOf(aboveLimit(words, sum));
    return { zh, en };
  }
  return isBlocked
    ? { zh: `“${words}”不能发给顾客，请改一改`, en: `“${words}” may not be sent; change it` }
    : { zh: `里面有“${words}”，请确认并说明原因`, en: `“${words}” stands in it; confirm with a reason` };
}
