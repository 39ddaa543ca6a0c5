import { expect, it } from "vitest";
import { agentId } from "../../src/core/ids.ts";
import { nextRosterChange } from "../../src/routing/rules/roster-change.ts";
import { WEEKDAYS } from "../../src/staffing/rules/roster.ts";
import { agent, at, escalation, roster, WORKING_TIME } from "./routing-people.ts";

const late = (id: string, skills: readonly string[]) =>
  agent(id, { skills, shifts: [{ days: WEEKDAYS, start: "14:00", end: "22:00" }] });

it("looks again when somebody who could take what waits starts", () => {
  const people = roster([late("wang", ["aftersale"])]);
  const next = nextRosterChange(people, [escalation("e1")], WORKING_TIME);
  expect(next).toBe(at("2026-09-16T14:00"));
});

it("looks again when somebody who could take what waits goes home", () => {
  const people = roster([agent("li"), late("wang", ["refund"])]);
  const next = nextRosterChange(people, [escalation("e1")], WORKING_TIME);
  expect(next).toBe(at("2026-09-16T18:00"));
});

it("looks again when somebody goes home who has not answered an offer", () => {
  const offered = escalation("e1", { state: "offered", agent: { id: agentId("li"), name: "li" } });
  const next = nextRosterChange(roster([agent("li"), agent("wang")]), [offered], WORKING_TIME);
  expect(next).toBe(at("2026-09-16T18:00"));
});

it.each([
  ["nothing waits", []],
  ["all is assigned", [escalation("e1", { state: "assigned", agent: { id: agentId("li"), name: "li" } })]],
  ["nobody has the skill", [escalation("e1", { skill: "refund" })]],
])("need not look again when %s", (_, escalations) => {
  const next = nextRosterChange(roster([agent("li")]), escalations, WORKING_TIME);
  expect(next).toBeUndefined();
});

it("does not look for people of other stores", () => {
  const people = roster([agent("li", { stores: ["B"] })]);
  const next = nextRosterChange(people, [escalation("e1")], WORKING_TIME);
  expect(next).toBeUndefined();
});
