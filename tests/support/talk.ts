import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createUnderstanding } from "../../intents/understanding.ts";
import type { Conversation, Decision } from "../../src/core/decision.ts";
import { incomingId } from "../../src/core/ids.ts";
import type { Understanding } from "../../src/core/understanding.ts";
import { decideContact } from "../../src/desk/rules/decide-contact.ts";
import { contextKey, contextOf } from "../../src/desk/rules/memory.ts";
import { ROOT } from "../../src/infra/root.ts";
import { asKnown } from "../../src/knowledge/rules/article.ts";
import { parseKnowledgeFile } from "../../src/knowledge/rules/file.ts";
import { evolveConversation } from "../../src/pipeline/evolve.ts";
import { contactFacts } from "../../src/pipeline/prepare.ts";
import { message, NOW, policy } from "./desk-facts.ts";

/** What came of one message. */
export interface Spoken {
  readonly decision: Decision;
  readonly conversation: Conversation | undefined;
}

export interface Talk {
  say(text: string): Promise<Spoken>;
}

/** The intent layer as it ships, knowing a store of tests/fixtures/knowledge. */
export async function understandingOf(store: string): Promise<Understanding> {
  const understanding = await createUnderstanding();
  const file = parseKnowledgeFile(readFileSync(join(ROOT, "tests/fixtures/knowledge", `${store}.csv`)), {
    timezone: policy.timezone,
    topics: understanding.topics,
  });
  await understanding.learn(policy.storeId, asKnown(file.rows, "store"));
  return understanding;
}

/** One shopper's talk with the desk's rules, a minute between two messages, without a database. `answer`: the confidence it takes. */
export function talkWith(understanding: Understanding, answer = policy.thresholds.answer): Talk {
  const settings = { ...policy, thresholds: { ...policy.thresholds, answer } };
  let conversation: Conversation | undefined;
  let turn = 0;
  return {
    say: async (text) => {
      turn += 1;
      const now = NOW + turn * 60_000;
      const incoming = message(text, { id: incomingId(`m${turn}`) });
      const context = contextOf(conversation, now);
      const reading = await understanding.read({ storeId: policy.storeId, text, at: now, context });
      const texts = new Map([[incoming.id, { reading, contextKey: contextKey(context) }]]);
      const stores = new Map([[policy.storeId, { policy: settings, learned: Promise.resolve(), version: "1" }]]);
      const facts = contactFacts({ clock: { now: () => now }, understanding }, { texts, stores }, { incoming, conversation });
      const decision = decideContact(facts, incoming);
      conversation = evolveConversation(conversation, decision.effects);
      return { decision, conversation };
    },
  };
}
