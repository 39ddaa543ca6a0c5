import { sentenceOf } from "../core/reasons.ts";
import type { Effect } from "../core/decision.ts";
import type { Incoming } from "../core/incoming.ts";
import type { Database } from "../infra/database.ts";
import { standingInWords } from "../routing/rules/standing.ts";
import { isKeptInPart, replayStory } from "../pipeline/replay.ts";
import { readStory, tellStory, type StoryStep, type ToldStep } from "../pipeline/story.ts";

type Write = (line: string) => void;

/** `counterbell explain <conversation>`: what happened, what was decided and why. Returns the exit code. */
export async function explain(db: Database, conversation: string, write: Write): Promise<0 | 1> {
  const story = await tellStory(db, conversation);
  if (story.length === 0) return unknown(conversation, write);
  for (const step of story) {
    write(`${step.at.toISOString()}  ${step.event}${step.incoming === undefined ? "" : said(step.incoming)}`);
    write(`  ${step.rule}: ${step.effects.map(inWords).join(", ") || "nothing"}`);
    for (const { zh, en } of step.reasons.map(sentenceOf)) write(`  因为 ${zh} · because: ${en}`);
    if (step.candidates.length > 0)
      write(`  考虑过 · considered: ${step.candidates.map((one) => considered(step, one)).join(", ")}`);
  }
  return 0;
}

function considered({ names }: ToldStep, { agentId, standing, isChosen }: ToldStep["candidates"][number]): string {
  const { zh, en } = standingInWords(standing);
  return `${isChosen ? "→ " : ""}${names.get(agentId) ?? agentId} ${zh} (${en})`;
}

/** `counterbell replay <conversation>`: decides again on the stored facts and prints what differs. Returns the exit code. */
export async function replay(db: Database, conversation: string, write: Write): Promise<0 | 1> {
  const story = await readStory(db, conversation);
  if (story.length === 0) return unknown(conversation, write);
  const differences = await replayStory(db, story);
  for (const { step, now } of differences) {
    write(`${step.at.toISOString()}  ${step.incoming.type} ${step.incoming.id}`);
    write(`  was ${step.rule}: ${step.effects.map(inWords).join(", ")} ${reasonsOf(step)}`);
    write(`  now ${now.rule}: ${now.effects.map(inWords).join(", ")} ${reasonsOf(now)}`);
  }
  const inPart = story.filter(isKeptInPart).length;
  if (inPart > 0)
    write(
      `${inPart} of a full desk were kept in part and not decided again · ${inPart} 个决定当时排队太多，只留了相关部分，没有重新判断`,
    );
  write(`${story.length} decisions, ${differences.length} would differ · ${story.length} 个决定,${differences.length} 个会不同`);
  return differences.length === 0 ? 0 : 1;
}

function unknown(conversation: string, write: Write): 1 {
  write(`没有会话 ${conversation} · there is no conversation ${conversation}; the console shows its id in the address`);
  return 1;
}

const reasonsOf = ({ reasons }: Pick<StoryStep, "reasons">): string => `[${reasons.map(({ code }) => code).join(", ")}]`;

function said(incoming: Incoming): string {
  if (incoming.type === "message-received" || incoming.type === "agent-replied") return ` “${incoming.text}”`;
  return incoming.type === "handover-routed" ? ` ${incoming.outcome.type}` : "";
}

function inWords(effect: Effect): string {
  switch (effect.type) {
    case "say":
      return `${effect.author.type} ${effect.internal ? "notes" : "says"} “${effect.body.text}”`;
    case "change-conversation":
      return `changes ${Object.keys(effect.changes).join(" ")}`;
    case "raise":
      return `raises ${effect.incoming.type}`;
    case "write-escalation":
      return `escalation ${effect.escalation.state}${effect.escalation.agent === undefined ? "" : ` ${effect.escalation.agent.name}`}`;
    case "write-request":
      return `request ${effect.request.state}`;
    case "set-timer":
      return `timer ${effect.kind} at ${new Date(effect.dueAt).toISOString()}`;
    case "cancel-timer":
      return `no timer ${effect.kind}`;
    case "change-agent":
      return `agent ${effect.agentId} ${effect.changes.status ?? ""}`.trimEnd();
    case "alert":
      return `alerts ${effect.alert.to.type === "agent" ? effect.alert.to.agentId : "supervisors"}: ${sentenceOf(effect.alert.reason).zh}`;
    case "rate":
      return `rated ${effect.score}`;
    case "refuse":
      return `refused: ${sentenceOf(effect.reason).zh}`;
    case "open-conversation":
      return "opens a conversation";
  }
}
