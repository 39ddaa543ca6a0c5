import { STORE } from "./worlds.ts";

const ALL_DAY = { start: "00:00", end: "24:00" };
const AGENT = `agent-${STORE}`;

/** A roster file of two who are always there; the first has this name. */
export function rosterNamed(name: string) {
  const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  const always = { languages: ["zh"], capacity: 50, shifts: [{ days, ...ALL_DAY }], stores: [`key-${STORE}`] };
  return {
    timezone: "Asia/Shanghai",
    agents: [
      { id: AGENT, name: `李雷 ${name}`, skills: ["any"], ...always },
      { id: "helper", name: "韩梅梅", skills: [], ...always },
    ],
  };
}
