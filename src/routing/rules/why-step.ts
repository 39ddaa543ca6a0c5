import type { Bilingual, LadderStep, RoutableEscalation } from "./facts.ts";
import type { Rung } from "./ladder.ts";
import type { Pass } from "./pass.ts";
import { rungsOf } from "./pass.ts";

/** Which step of the ladder took it, where there was more than one to take. */
export function stepOf(
  pass: Pass,
  { step, escalation }: { readonly step: LadderStep; readonly escalation: RoutableEscalation },
): readonly Bilingual[] {
  const [first] = rungsOf(pass, escalation).regular;
  switch (step) {
    case "previous-agent":
    case "promise":
      return [];
    case "preferred-level":
      return [{ zh: `达到优先的 ${first?.level} 级`, en: `at the preferred level ${first?.level} or above` }];
    case "any-level":
      return first?.level === undefined
        ? []
        : [{ zh: `没有空闲的 ${first.level} 级客服，放宽熟练度`, en: `nobody of level ${first.level} is free: any level` }];
    case "without-secondary-skills":
      return [{ zh: "没有人兼会附加技能，放宽这一项", en: "nobody free has the secondary skills: without them" }];
    case "other-employer":
      return [{ zh: "先派的一方没有人能接，转另一方", en: "nobody of the side asked first may take it: the other side" }];
    case "shift-ending":
      return [{ zh: "快下班，但没有别人能接", en: "ends the shift soon, but nobody else may take it" }];
    case "supervisor":
      return [{ zh: "等得太久，转值班主管", en: "waited too long: to the supervisor on call" }];
  }
}

/** In the queue although a later step has somebody: whom it still waits for. */
export function stillWaitsFor({ step, level }: Rung, skill: Bilingual): Bilingual {
  if (step === "previous-agent") {
    return { zh: "先等之前接待过的客服空出来", en: "it waits a while for who helped this shopper before" };
  }
  if (step === "preferred-level") {
    return {
      zh: `先等${skill.zh} ${level} 级以上的客服空出来`,
      en: `it waits a while for somebody of level ${level} or above for ${skill.en}`,
    };
  }
  return { zh: `先等更合适的${skill.zh}客服空出来`, en: `it waits a while for somebody who fits ${skill.en} better` };
}
