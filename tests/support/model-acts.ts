import fc from "fast-check";
import { conversationId, DESK_LANE, incomingId, laneId, type ConversationId } from "../../src/core/ids.ts";
import type { Incoming, TransferTarget } from "../../src/core/incoming.ts";
import { nextTimerAt } from "../../src/pipeline/timers.ts";
import type { AgentStatus } from "../../src/staffing/rules/roster.ts";
import { setAgentStatus } from "../../src/staffing/store.ts";
import { homeOf, named, PEOPLE, setActive, SHOPPERS, type Colleague, type ModelDesk, type Shopper } from "./model-desk.ts";

/** Something somebody does. Whoever does it looks first, and acts on what they saw. */
export interface Act {
  readonly name: string;
  readonly look: (desk: ModelDesk) => Promise<() => Promise<void>>;
}

/** What several people do at once, after so much time passed that nobody looked at; or time that passes, moment by moment. */
export interface Step {
  readonly afterMs: number;
  readonly isSlow: boolean;
  readonly acts: readonly Act[];
}

/** Does it, and waits until the desk has come to rest. `atRest`: called at each rest on the way. */
export async function carryOut(desk: ModelDesk, step: Step, atRest: () => Promise<void>): Promise<void> {
  if (step.isSlow) await passSlowly(desk, desk.now() + step.afterMs, atRest);
  const acts = await Promise.all(step.acts.map(({ look }) => look(desk)));
  const timers: readonly (() => Promise<void>)[] = step.afterMs === 0 ? [] : [desk.fireTimers, desk.fireTimers];
  if (!step.isSlow) desk.setNow(desk.now() + step.afterMs);
  // All of them end before one that failed is told: nothing goes on in the next run.
  const ended = await Promise.allSettled([...timers, ...acts].map((act) => act()));
  for (const one of ended) if (one.status === "rejected") throw one.reason;
  await desk.settle();
  await atRest();
}

/** So many timers fire within one span at most; the rest of it passes at once. */
const MOST_STOPS = 12;

/** Every timer on the way is looked at when it is due. */
async function passSlowly(desk: ModelDesk, until: number, atRest: () => Promise<void>): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const next = await nextTimerAt(desk.db);
    if (next === undefined || next > until) break;
    desk.setNow(Math.max(desk.now(), next));
    await desk.settle();
    await atRest();
  }
  desk.setNow(until);
  await desk.settle();
}

/** How a step reads in a report. */
export function stepInWords({ afterMs, isSlow, acts }: Step): string {
  const time = afterMs === 0 ? [] : [`${afterMs / 1_000} s ${isSlow ? "pass" : "nobody looks"}`];
  return [...time, acts.map(({ name }) => name).join(" + ")].filter((part) => part !== "").join(", then ");
}

const shopper = fc.constantFrom(...SHOPPERS);
const colleague = fc.constantFrom(...PEOPLE);

const says = (who: Shopper, text: string): Act => ({
  name: `${who} says “${text}”`,
  look: async (desk) => () => {
    const { store, lane } = homeOf(who);
    return desk.submit({
      ...{ type: "message-received", id: incomingId(desk.newId(`say-${who}`)), lane, at: desk.now(), storeId: store },
      ...{ place: { channel: "fake", room: `room-${store}` }, person: { id: who, name: who }, text, attachments: [] },
    });
  },
});

/** Several ask for a person at once. */
export function askingForPeople(who: readonly Shopper[]): Step {
  return { afterMs: 0, isSlow: false, acts: who.map((one) => says(one, "找人工")) };
}

interface Seen {
  readonly id: ConversationId;
  readonly epoch: number;
  readonly status: string;
  readonly holder: Colleague | undefined;
}

async function lookAt({ db }: ModelDesk, who: Shopper): Promise<Seen | undefined> {
  const row = await db.prisma.conversation.findFirst({
    where: { laneId: homeOf(who).lane },
    orderBy: [{ openedAt: "desc" }, { epoch: "desc" }],
  });
  if (row === null) return undefined;
  const holder = PEOPLE.find((id) => id === row.agentId);
  return { id: conversationId(row.id), epoch: row.epoch, status: row.status, holder };
}

const NOTHING = async (): Promise<void> => undefined;

/** An act about a shopper's conversation, as it was seen; nothing where there is none. */
function about(name: string, who: Shopper, make: (seen: Seen, desk: ModelDesk) => readonly Incoming[]): Act {
  return {
    name,
    look: async (desk) => {
      const seen = await lookAt(desk, who);
      if (seen === undefined) return NOTHING;
      const events = make(seen, desk);
      return () => Promise.all(events.map(desk.submit)).then(NOTHING);
    },
  };
}

const common = (desk: ModelDesk, who: Shopper, seen: Seen, what: string) => ({
  ...{ id: incomingId(desk.newId(`${what}-${who}`)), at: desk.now(), storeId: homeOf(who).store, conversationId: seen.id },
});

const claims = (who: Shopper, by: readonly Colleague[]): Act =>
  about(`${by.join(" and ")} claim${by.length === 1 ? "s" : ""} ${who}`, who, (seen, desk) =>
    by.map((id) => ({ ...common(desk, who, seen, `claim-${id}`), type: "claim-requested", lane: DESK_LANE, agent: named(id) })),
  );

const accepts = (who: Shopper): Act =>
  about(`whoever is offered ${who} accepts`, who, (seen, desk) => {
    if (seen.status !== "offered" || seen.holder === undefined) return [];
    const act = { ...common(desk, who, seen, "accept"), lane: DESK_LANE, agent: named(seen.holder) };
    return [{ ...act, type: "claim-requested" }];
  });

const refuses = (who: Shopper): Act =>
  about(`whoever is offered ${who} refuses`, who, (seen, desk) =>
    seen.status !== "offered" || seen.holder === undefined
      ? []
      : [
          {
            ...common(desk, who, seen, "refuse"),
            type: "offer-refused",
            lane: DESK_LANE,
            agent: named(seen.holder),
            reason: "忙",
          },
        ],
  );

const ACTS_OF_HOLDER = ["reply", "close", "release"] as const;

const does = (who: Shopper, what: (typeof ACTS_OF_HOLDER)[number]): Act =>
  about(`${who}'s agent does: ${what}`, who, (seen, desk) => {
    if (seen.status !== "assigned" || seen.holder === undefined) return [];
    const lane = laneId(homeOf(who).lane);
    const act = { ...common(desk, who, seen, what), lane, agent: named(seen.holder), epoch: seen.epoch };
    if (what === "reply") return [{ ...act, type: "agent-replied", text: act.id, attachments: [], internal: false }];
    return [{ ...act, type: what === "close" ? "agent-closed" : "agent-released", reason: "好了" }];
  });

type Target = Colleague | "queue" | "presale" | "aftersale";

function targetOf(to: Target): TransferTarget {
  if (to === "queue") return { type: "queue" };
  return to === "presale" || to === "aftersale" ? { type: "skill", skill: to } : { type: "agent", agent: named(to) };
}

const passesOn = (who: Shopper, to: Target): Act =>
  about(`${who}'s agent passes them to ${to}`, who, (seen, desk) => {
    if (seen.status !== "assigned" || seen.holder === undefined || seen.holder === to) return [];
    const act = {
      ...common(desk, who, seen, "pass"),
      lane: laneId(homeOf(who).lane),
      agent: named(seen.holder),
      epoch: seen.epoch,
    };
    return [{ ...act, type: "agent-transferred", to: targetOf(to), reason: "她更懂", summary: "问发货" }];
  });

interface Gift {
  readonly isOwn: boolean;
  readonly isConfirmed: boolean;
}

const gives = (who: Shopper, to: Colleague, { isOwn, isConfirmed }: Gift): Act => {
  const how = isConfirmed ? ", whatever they hold" : "";
  return about(isOwn ? `${to} takes ${who} over${how}` : `a supervisor gives ${who} to ${to}${how}`, who, (seen, desk) => {
    const by = { userId: "u", name: "陈主管" };
    const act = { ...common(desk, who, seen, "give"), lane: DESK_LANE, by, reason: "急", isOwn, isConfirmed };
    return [{ ...act, type: "reassign-requested", to: named(to), from: seen.holder && named(seen.holder).id }];
  });
};

/** Something of a colleague is another way from now on, and routing is told. */
function changes(name: string, change: (desk: ModelDesk) => Promise<unknown>): Act {
  return {
    name,
    look: async (desk) => async () => {
      await change(desk);
      const id = incomingId(desk.newId("staffing"));
      await desk.submit({ type: "staffing-changed", id, lane: DESK_LANE, at: desk.now() });
    },
  };
}

const is = (id: Colleague, status: AgentStatus): Act =>
  changes(`${id} is ${status}`, ({ db, now }) => setAgentStatus(db, id, { status, at: now() }));
const seems = (id: Colleague, absent: boolean): Act =>
  changes(`${id}'s console is ${absent ? "gone" : "open"}`, ({ db }) =>
    db.prisma.agent.update({ where: { id }, data: { absent } }),
  );
const belongs = (id: Colleague, active: boolean): Act =>
  changes(`${id} ${active ? "is in" : "leaves"} the roster`, ({ db }) => setActive(db, id, active));
const RESTART: Act = { name: "a process restarts", look: async (desk) => () => desk.restart() };

const WORDS = ["找人工", "在吗", "多久发货", "家里插座冒烟了，找人工"];

/** Anything anybody may do; asking for a person and taking them most of all. */
const someAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: shopper.map((who) => says(who, "找人工")) },
  { weight: 3, arbitrary: fc.tuple(shopper, fc.constantFrom(...WORDS)).map(([who, text]) => says(who, text)) },
  {
    weight: 6,
    arbitrary: fc.tuple(shopper, fc.uniqueArray(colleague, { minLength: 1 })).map(([who, by]) => claims(who, by)),
  },
  { weight: 8, arbitrary: shopper.map(accepts) },
  { weight: 2, arbitrary: shopper.map(refuses) },
  { weight: 4, arbitrary: fc.tuple(shopper, fc.constantFrom(...ACTS_OF_HOLDER)).map(([who, what]) => does(who, what)) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(shopper, fc.constantFrom<Target[]>("queue", "presale", "aftersale", ...PEOPLE))
      .map(([who, to]) => passesOn(who, to)),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(shopper, colleague, fc.record({ isOwn: fc.boolean(), isConfirmed: fc.boolean() }))
      .map(([who, to, gift]) => gives(who, to, gift)),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(colleague, fc.constantFrom<AgentStatus[]>("ready", "break", "away", "offline", "ready"))
      .map(([id, status]) => is(id, status)),
  },
  { weight: 1, arbitrary: fc.tuple(colleague, fc.boolean()).map(([id, absent]) => seems(id, absent)) },
  { weight: 1, arbitrary: fc.tuple(colleague, fc.boolean()).map(([id, active]) => belongs(id, active)) },
  { weight: 1, arbitrary: fc.constant(RESTART) },
);

const SPANS_MS = [0, 46_000, 121_000, 5 * 60_000, 11 * 60_000, 8 * 3_600_000];

/** One thing at a time, several at once, or time that passes. */
export const someStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: someAct.map((act) => ({ afterMs: 0, isSlow: false, acts: [act] })) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom(0, 0, 46_000), fc.array(someAct, { minLength: 2, maxLength: 6, size: "max" }))
      .map(([afterMs, acts]) => ({ afterMs, isSlow: false, acts })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...SPANS_MS.slice(1)), fc.boolean())
      .map(([afterMs, isSlow]) => ({ afterMs, isSlow, acts: [] })),
  },
);
