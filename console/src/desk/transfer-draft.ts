import type { ConversationDetail, ConversationMessage } from "../../../src/desk/api.ts";

/** How much of what the shopper said goes into a draft. */
const LONGEST_QUOTE = 200;

interface Words {
  readonly draftAsked: (text: string) => string;
  readonly draftNamed: (text: string) => string;
}

/** A first summary to be mended: what the shopper said since the last answer, and what they named. */
export function draftSummary({ messages, slots }: Pick<ConversationDetail, "messages" | "slots">, words: Words): string {
  const asked = unanswered(messages).slice(-LONGEST_QUOTE).trim();
  const named = slots.map(({ value }) => value).join("、");
  return [asked === "" ? "" : words.draftAsked(asked), named === "" ? "" : words.draftNamed(named)]
    .filter((line) => line !== "")
    .join("\n");
}

/** The shopper's lines after the last thing an agent told them; where there are none, their last line. */
function unanswered(messages: readonly ConversationMessage[]): string {
  const answered = messages.findLastIndex(({ author, internal }) => author.type === "agent" && !internal);
  const isAsked = ({ author, text }: ConversationMessage) => author.type === "shopper" && text !== "";
  const since = messages.slice(answered + 1).filter(isAsked);
  const lines = since.length > 0 ? since : messages.filter(isAsked).slice(-1);
  return lines.map(({ text }) => text).join(" / ");
}
