import { storeId, type IncomingId } from "../../core/ids.ts";
import { problem, type HttpProblem } from "../../core/problem.ts";
import type { Agent } from "../../core/words.ts";
import { verdictOn, wordsOf, type Finding } from "../../guard/rules/finding.ts";
import type { GuardBook } from "../../guard/store.ts";
import type { ScopedPrisma } from "../../infra/scope.ts";
import type { NewerLine } from "../workspace/api.ts";
import type { StoredConversation } from "../store.ts";
import { newestByOthers } from "../store/newer.ts";
import { messageOf } from "../views.ts";

interface Sender {
  /** The event that the reply becomes. */
  readonly id: IncomingId;
  readonly client: ScopedPrisma;
  readonly conversation: StoredConversation;
  readonly agent: Agent;
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
  { guard }: { readonly guard: GuardBook },
  { id, client, conversation, agent }: Sender,
  { text, files, confirmed, seen }: Reply,
): Promise<void> {
  if ((await client.incoming.findFirst({ where: { id }, select: { id: true } })) !== null) return;
  const newer = seen === undefined ? undefined : await newestByOthers(client, conversation, { after: seen, than: agent.id });
  if (newer !== undefined) throw overtaken(newer);
  const verdict = verdictOn(await guard.findInReply(storeId(conversation.storeId), text, files), confirmed);
  if (verdict.type === "blocked" || verdict.type === "unconfirmed") throw lookAgain(verdict.findings);
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
  const reason = isBlocked
    ? { zh: `“${wordsOf(findings)}”不能发给顾客，请改一改`, en: `“${wordsOf(findings)}” may not be sent; change it` }
    : { zh: `里面有“${wordsOf(findings)}”，请确认并说明原因`, en: `“${wordsOf(findings)}” stands in it; confirm with a reason` };
  const detail = `text: ${reason.en}.`;
  return problem(422, { title: "Look again", detail, field: "text", remedy, more: { findings, reason } });
}
