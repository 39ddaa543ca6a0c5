import type { WeekAnswer } from "../../src/planning/api.ts";
import type { RosterAnswer } from "../../src/staffing/api.ts";

/** The roster in memory, following src/staffing/api.ts. */
export function fakeRoster() {
  let agents = AGENTS;

  function answer(method: string, body: Buffer, json: (value: unknown, code?: number) => void): void {
    if (method !== "PUT") return json(current());
    const said: { agents?: { id?: string }[] } = JSON.parse(body.toString());
    const bad = said.agents?.findIndex((agent) => agent.id === undefined) ?? -1;
    if (said.agents === undefined || bad >= 0) {
      const field = said.agents === undefined ? "agents" : `agents.${bad}.id`;
      const remedy = "请补上后再上传。";
      return json({ type: "about:blank", title: "", status: 422, detail: `排班文件的 ${field} 没有写。`, field, remedy }, 422);
    }
    agents = agents.slice(0, said.agents.length);
    json(current());
  }

  function current(): RosterAnswer {
    return { version: 1, timezone: "Asia/Shanghai", now: "2026-05-04T04:30:00.000Z", agents, holidays: ["2026-10-01"] };
  }

  return { answer };
}

const SHARED = { employer: "vendor", languages: ["zh"], capacity: 5, stores: ["s1", "s2"] };
const AGENTS: RosterAnswer["agents"] = [
  {
    ...SHARED,
    id: "a1",
    name: "李小雨",
    skills: ["presale", "aftersale"],
    load: 2,
    status: "ready",
    onShift: true,
    shifts: [{ days: ["Mon", "Tue", "Wed", "Thu", "Fri"], start: "09:00", end: "18:00" }],
  },
  {
    ...SHARED,
    id: "a2",
    name: "王小美",
    skills: ["refund", "complaint"],
    load: 0,
    status: "break",
    onShift: true,
    shifts: [{ days: ["Mon", "Wed", "Fri", "Sun"], start: "12:00", end: "21:00" }],
  },
  {
    ...SHARED,
    id: "a3",
    name: "Grace Lin",
    skills: ["any"],
    languages: ["zh", "en"],
    load: 0,
    status: "offline",
    onShift: false,
    shifts: [{ days: ["Fri", "Sat", "Sun"], start: "18:00", end: "02:00" }],
  },
];

const WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map((weekday, i) => ({
  weekday,
  date: `2026-05-${String(4 + i).padStart(2, "0")}`,
}));

/** A week of theirs, following src/planning/api.ts: with a holiday, a conflict, leave, and an hour that nobody covers. */
export function fakeWeek(): WeekAnswer {
  const late = { start: "18:00", end: "02:00" };
  return {
    timezone: "Asia/Shanghai",
    now: "2026-05-04T04:30:00.000Z",
    today: "2026-05-04",
    version: 1,
    days: WEEK.map((day, i) => ({ ...day, isHoliday: i === 1, ...(i === 5 ? { runsAs: "Tue" } : {}) })),
    agents: AGENTS.map(({ id, name, employer, skills, shifts }, at) => ({
      id,
      name,
      employer,
      skills,
      mayChange: at < 2,
      ...(at === 2 ? { timezone: "America/New_York" } : {}),
      days: WEEK.map(({ date, weekday }, i) => ({
        date,
        source: i === 6 && at === 1 ? "leave" : "pattern",
        shifts: shifts.filter(({ days }) => days.includes(weekday)).map(({ start, end }) => ({ start, end })),
        idle: i === 1 && at === 0 ? [late] : [],
        conflicts: i === 1 && at === 0 ? ["holiday-without-duty"] : [],
      })),
    })),
    total: AGENTS.length,
    page: 1,
    pageSize: 50,
    hours: Array.from({ length: 168 }, (_none, i) => ({ staff: i % 24 < 9 ? 0 : 2, opened: i % 7, handedOver: i % 3 })),
  };
}
