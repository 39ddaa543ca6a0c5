import type { Descriptions } from "../infra/described.ts";

const PATH = "/api/console/stores/:storeId/learning";

export const learningDescribed: Descriptions = {
  [`GET ${PATH}`]: { summary: "Read what came of the newest learning from a store's conversations.", answer: "LearningAnswer" },
  [`POST ${PATH}`]: {
    summary: "Begin to learn from a store's conversations; does not wait for the end.",
    answer: "LearningAnswer",
    refusals: [409],
  },
};
