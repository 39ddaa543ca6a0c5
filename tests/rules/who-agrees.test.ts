import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { who } from "../../src/cli/who.ts";
import { agentId, DESK_LANE, incomingId, storeId } from "../../src/core/ids.ts";
import type { EscalationOpened } from "../../src/core/incoming.ts";
import type { Skill } from "../../src/core/words.ts";
import type { DeskFacts } from "../../src/routing/rules/desk-facts.ts";
import { holderOf } from "../../src/routing/rules/load.ts";
import { whoTakes, type Asked } from "../../src/routing/rules/who.ts";
import { toRosterFile } from "../../src/staffing/rules/roster-file.ts";
import { AGENTS, NOW, somePolicyFacts } from "./routing-chance.ts";
import { escalation, inShort } from "./routing-people.ts";
import { at, look } from "./time-people.ts";

// Three ways to ask who gets something: the command `who`, the console, and the desk when it really comes. They must say the same.

const someAsked = fc.record({
  at: fc.constantFrom(NOW, NOW - 3_600_000, NOW + 8 * 3_600_000, NOW + 15 * 3_600_000),
  skill: fc.constantFrom<Skill[]>("aftersale", "refund", "presale"),
  language: fc.constantFrom("zh-CN", "en", ""),
  urgency: fc.constantFrom("normal" as const, "normal" as const, "high" as const),
  store: fc.constantFrom("A", "B"),
  previousAgent: fc.option(fc.constantFrom(...AGENTS).map(agentId), { nil: undefined }),
});

/** It really comes. */
function opened({ at: now, store = "A", previousAgent, ...matter }: Asked & { readonly skill: Skill }): EscalationOpened {
  const { id, conversationId, contactLane } = escalation("new");
  const about = { id: incomingId("opened"), lane: DESK_LANE, at: now, storeId: storeId(store), conversationId, contactLane };
  return { ...about, ...matter, type: "escalation-opened", escalationId: id, priority: 0, previousAgent };
}

interface Said {
  readonly outcome: string;
  readonly why: unknown;
  readonly candidates: readonly string[];
}

/** What the desk decides, of the reasons it keeps. */
function decidedBy(desk: DeskFacts, asked: Asked & { readonly skill: Skill }): Said {
  const { decision } = at(desk, asked.at, opened(asked));
  const matter = decision.effects.findLast((effect) => effect.type === "write-escalation" && effect.escalation.id === "new");
  const after = matter?.type === "write-escalation" ? matter.escalation : undefined;
  const reason = decision.reasons.find(({ code, values }) => code.startsWith("decided-") && values["escalation"] === "new");
  const flags = String(reason?.values["flags"] ?? "");
  const outcome = after?.agent === undefined ? `${after?.told} ${after?.promisedAt ?? ""}` : `${after.agent.id} ${flags}`;
  return { outcome, why: reason?.values["zh"], candidates: String(reason?.values["candidates"]).split(",") };
}

const told = (agent: string, reason: string | undefined): string => `${agent}:${reason ?? "eligible"}`;

it("what the console says of now is what the desk decides when it comes, whatever people hold", () => {
  fc.assert(
    fc.property(somePolicyFacts, someAsked, (facts, asked) => {
      const settled = at({ ...facts, type: "desk", now: asked.at }, asked.at, look(asked.at)).after;
      const desk = { ...settled, escalations: settled.escalations.filter((one) => holderOf(one) !== undefined) };
      const { outcome, why, candidates } = whoTakes({ roster: desk.roster, agents: desk.agents, held: desk.escalations }, asked);
      const said = inShort({ outcome } as ReturnType<typeof whoTakes>);
      const really = decidedBy(desk, asked);
      expect([said, why.zh, candidates.map(({ agentId: id, reason }) => told(id, reason))]).toEqual([
        said,
        really.why,
        really.candidates,
      ]);
      if (outcome.type === "assign") expect(`${outcome.agent.id} ${outcome.flags.join(",")}`).toBe(really.outcome);
      if (outcome.type === "queue") expect(really.outcome.trim()).toBe("queued");
      if (outcome.type === "after-hours") expect(`after-hours ${outcome.next ?? ""}`).toBe(really.outcome);
    }),
    { numRuns: 120 },
  );
});

let folder = "";
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "who-agrees-"))));
afterAll(() => rm(folder, { recursive: true }));

it("what the command says of a roster file is what the desk decides with that roster", async () => {
  const file = join(folder, "roster.json");
  await fc.assert(
    fc.asyncProperty(somePolicyFacts, fc.array(someAsked, { minLength: 1, maxLength: 4 }), async (facts, asked) => {
      const agents = facts.agents.map(({ agentId: id, status, load }) => ({ agentId: id, status, load }));
      await writeFile(file, JSON.stringify(toRosterFile(facts.roster)));
      const load = Object.fromEntries(agents.map((one) => [one.agentId, one.load]));
      const status = Object.fromEntries(agents.map((one) => [one.agentId, one.status]));
      const out: Record<string, unknown>[] = [];
      await who({
        ...{ roster: file, cases: "cases.jsonl", complain: () => undefined, write: (line) => void out.push(JSON.parse(line)) },
        lines: (async function* () {
          for (const [id, { at: moment, previousAgent, ...one }] of asked.entries()) {
            yield JSON.stringify({ ...one, id, at: new Date(moment).toISOString(), previous: previousAgent, load, status });
          }
        })(),
      });
      const desk: DeskFacts = { type: "desk", now: NOW, roster: facts.roster, agents, escalations: [], acceptAtOnce: true };
      expect(out.map(saidIn)).toEqual(asked.map((one) => decidedBy(desk, one)));
    }),
    { numRuns: 50 },
  );
});

/** An answer of the command, as the desk's decision is told above. */
function saidIn({ outcome, agent, flags, next, why, candidates }: Record<string, unknown>): Said {
  const all = [...(flags as readonly string[]), ...(outcome === "overflow" ? ["overflow"] : [])];
  const named = candidates as readonly { readonly agent: string; readonly reason?: string }[];
  const waits =
    next === undefined ? `${outcome === "queue" ? "queued" : "after-hours"} ` : `after-hours ${Date.parse(String(next))}`;
  const short = agent === undefined ? waits : `${String(agent)} ${all.join(",")}`;
  return { outcome: short, why, candidates: named.map((one) => told(one.agent, one.reason)) };
}
