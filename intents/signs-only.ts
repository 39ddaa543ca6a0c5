import type { Act } from "../src/core/understanding.ts";

/** Signs with which people thank or agree after an answer. */
const THANKS = /[👍👌🙏🤝💐🌹❤💕😘🥰🆗✅💯🙆]/u;

/** What a text does that has neither letters nor digits: “👍” thanks, “？” and “😂” say nothing that could be understood. */
export function actOfSigns(raw: string): Act {
  return THANKS.test(raw.slice(0, MOST_LOOKED_AT)) ? "thanks" : "unclear";
}

const MOST_LOOKED_AT = 100;
