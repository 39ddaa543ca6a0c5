import type { Weekday } from "./roster.ts";
import { minutesOf, WEEKDAYS } from "./roster.ts";
import type { Finding } from "./roster-file-findings.ts";
import { finding } from "./roster-file-findings.ts";
import type { RosterFile } from "./roster-file-shape.ts";

/** What the parts of a file say about each other and cannot both be true: such a file is refused. */
export function contradictionsIn(file: RosterFile): readonly Finding[] {
  const known = new Set(file.agents.map((agent) => agent.id));
  const unknown = (path: readonly PropertyKey[], id: string) =>
    finding(path, `排班表里没有客服“${id}”，请改成 agents 里的 id`, `No agent has the id "${id}": use an id of the list agents`);
  const found: Finding[] = [...repeatedIds(file)];
  const supervisor = file.supervisor_on_call;
  if (supervisor && !known.has(supervisor)) found.push(unknown(["supervisor_on_call"], supervisor));
  for (const [date, duties] of Object.entries(file.holiday_duty)) {
    duties.forEach((duty, i) => {
      if (!known.has(duty.agent)) found.push(unknown(["holiday_duty", date, i, "agent"], duty.agent));
    });
  }
  (file.days ?? []).forEach(({ agent }, i) => {
    if (!known.has(agent)) found.push(unknown(["days", i, "agent"], agent));
  });
  (file.leave ?? []).forEach(({ agent }, i) => {
    if (!known.has(agent)) found.push(unknown(["leave", i, "agent"], agent));
  });
  return [...found, ...contradictorySingleDays(file), ...contradictoryDates(file), ...file.agents.flatMap(endedBeforeTheyBegan)];
}

/** What is allowed but looks like a slip: the file is taken, and its owner is told. */
export function doubtsAbout(file: RosterFile): readonly Finding[] {
  const found: Finding[] = [];
  if (file.agents.length === 0)
    found.push(finding(["agents"], "没有客服，什么时候都没人接待", "No agents: nobody is ever there"));
  for (const date of Object.keys(file.holiday_duty)) {
    if (file.holidays.includes(date)) continue;
    found.push(
      finding(
        ["holiday_duty", date],
        "这一天不在 holidays 里，按平常班次上班，这里的值班不起作用；如果是节假日，请加进 holidays",
        "This date is not among holidays: ordinary shifts run and this duty has no effect; if it is a holiday, add it there",
      ),
    );
  }
  file.agents.forEach((agent, i) => found.push(...doubtsAboutAgent(file, agent, i)));
  return found;
}

type AgentInFile = RosterFile["agents"][number];

function repeatedIds(file: RosterFile): readonly Finding[] {
  const first = new Map<string, number>();
  return file.agents.flatMap(({ id }, i) => {
    const earlier = first.get(id);
    first.set(id, earlier ?? i);
    if (earlier === undefined) return [];
    return [
      finding(
        ["agents", i, "id"],
        `“${id}”和 agents[${earlier}] 重复，每位客服的 id 必须不同`,
        `"${id}" is also the id of agents[${earlier}]: give each agent an id of their own`,
      ),
    ];
  });
}

function endedBeforeTheyBegan({ employed_from: from, employed_until: until }: AgentInFile, i: number): readonly Finding[] {
  if (!from || !until || from <= until) return [];
  return [
    finding(
      ["agents", i, "employed_until"],
      `${until} 早于入职日 ${from}，请改正其中一个`,
      `${until} lies before the first day ${from}: mend one of the two`,
    ),
  ];
}

/** A day planned twice, a leave that ends before it begins. */
function contradictorySingleDays({ days, leave }: RosterFile): readonly Finding[] {
  const first = new Map<string, number>();
  const twice = (days ?? []).flatMap(({ agent, date }, i) => {
    const earlier = first.get(`${date} ${agent}`);
    first.set(`${date} ${agent}`, earlier ?? i);
    if (earlier === undefined) return [];
    return [
      finding(
        ["days", i],
        `${agent} 的 ${date} 已经写在 days[${earlier}]，请合成一条`,
        `${date} of ${agent} already stands in days[${earlier}]: make one entry of the two`,
      ),
    ];
  });
  const backwards = (leave ?? []).flatMap(({ from, until }, i) => {
    if (from <= until) return [];
    return [
      finding(
        ["leave", i, "until"],
        `${until} 早于第一天 ${from}，请改正其中一个`,
        `${until} lies before the first day ${from}: mend one of the two`,
      ),
    ];
  });
  return [...twice, ...backwards];
}

function contradictoryDates(file: RosterFile): readonly Finding[] {
  const holidays = new Set(file.holidays);
  const runsAs = new Map<string, Weekday>();
  return file.workdays.flatMap(({ date, as }, i) => {
    const other = runsAs.get(date);
    runsAs.set(date, as);
    if (holidays.has(date)) {
      return [
        finding(
          ["workdays", i, "date"],
          `${date} 同时是节假日和调休上班日，请只留一处`,
          `${date} is both a holiday and a working day: keep it in one place only`,
        ),
      ];
    }
    if (other === undefined || other === as) return [];
    return [
      finding(
        ["workdays", i, "as"],
        `${date} 已经写明按 ${other} 上班，请只留一条`,
        `${date} already runs as ${other}: keep one of the two`,
      ),
    ];
  });
}

function doubtsAboutAgent(file: RosterFile, agent: AgentInFile, i: number): readonly Finding[] {
  const found: Finding[] = [];
  for (const skill of Object.keys(agent.levels)) {
    if (agent.skills.includes(skill) || agent.skills.includes("any")) continue;
    found.push(
      finding(
        ["agents", i, "levels", skill],
        `写了“${skill}”的熟练度，但 skills 里没有这项技能，不起作用`,
        `A level for "${skill}" has no effect: it is not among this agent's skills`,
      ),
    );
  }
  (agent.not_stores ?? []).forEach((store, j) => {
    if (!agent.stores?.includes(store)) return;
    found.push(
      finding(
        ["agents", i, "not_stores", j],
        `“${store}”同时写在 stores 里；按店铺不要此人算`,
        `"${store}" also stands in stores; taken as a store that does not want this agent`,
      ),
    );
  });
  agent.shifts.forEach((shift, j) => {
    if (shift.days.length > 0) return;
    found.push(finding(["agents", i, "shifts", j, "days"], "没有写星期几，这个班次从不生效", "No days: this shift never runs"));
  });
  const overlap = overlappingShift(agent);
  if (overlap !== undefined) {
    found.push(
      finding(
        ["agents", i, "shifts", overlap],
        "和同一人的另一个班次时间重叠，按连在一起算；如果写错了请改",
        "Overlaps another shift of the same person and is taken together with it; mend it if it is a slip",
      ),
    );
  }
  return [...found, ...neverWorks(file, agent, i)];
}

function neverWorks(file: RosterFile, agent: AgentInFile, i: number): readonly Finding[] {
  const hasDuty = Object.values(file.holiday_duty).some((duties) => duties.some((duty) => duty.agent === agent.id));
  const hasDay = file.days?.some((day) => day.agent === agent.id && day.shifts.length > 0) ?? false;
  if (agent.shifts.length > 0 || hasDuty || hasDay || file.supervisor_on_call === agent.id) return [];
  return [finding(["agents", i, "shifts"], "没有任何班次，这位客服从不在岗", "No shifts: this agent is never on duty")];
}

/** The place in the list of the first shift that shares a minute of the week with an earlier one. */
function overlappingShift(agent: AgentInFile): number | undefined {
  const taken: { readonly from: number; readonly to: number }[] = [];
  for (const [j, shift] of agent.shifts.entries()) {
    const spans = [...new Set(shift.days)].flatMap((day) => weekSpans(WEEKDAYS.indexOf(day), shift.start, shift.end));
    if (spans.some((span) => taken.some((other) => span.from < other.to && other.from < span.to))) return j;
    taken.push(...spans);
  }
  return undefined;
}

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** Minutes of the week; what runs past Sunday's midnight also stands at the week's beginning. */
function weekSpans(day: number, start: string, end: string): readonly { readonly from: number; readonly to: number }[] {
  const from = day * DAY_MINUTES + minutesOf(start);
  const to = day * DAY_MINUTES + minutesOf(end) + (minutesOf(end) <= minutesOf(start) ? DAY_MINUTES : 0);
  return to <= WEEK_MINUTES
    ? [{ from, to }]
    : [
        { from, to: WEEK_MINUTES },
        { from: 0, to: to - WEEK_MINUTES },
      ];
}
