import { widgetDescribed } from "../adapters/web/described.ts";
import { accountsDescribed } from "./accounts/described.ts";
import { alertsDescribed } from "./alerts/described.ts";
import { answeringDescribed } from "./answering/described.ts";
import { describeApi, type ApiDocument, type ToldRoute } from "./api/document.ts";
import shapes from "./api/generated/shapes.json" with { type: "json" };
import { auditDescribed } from "./audit/described.ts";
import { deskDescribed } from "./desk/described.ts";
import { figuresDescribed } from "./figures/described.ts";
import { guardDescribed } from "./guard/described.ts";
import type { Descriptions } from "./infra/described.ts";
import { knowledgeDescribed } from "./knowledge/described.ts";
import { learningDescribed } from "./learning/described.ts";
import { levelsDescribed } from "./levels/described.ts";
import { phrasesDescribed } from "./phrases/described.ts";
import { planningDescribed } from "./planning/described.ts";
import { requestsDescribed } from "./requests/described.ts";
import { settingsDescribed } from "./settings/described.ts";
import { staffingDescribed } from "./staffing/described.ts";
import { storesDescribed } from "./stores/described.ts";
import { wallDescribed } from "./wall/described.ts";
import { webhooksDescribed } from "./webhooks/described.ts";
import { WEBHOOK_KINDS } from "./webhooks/rules/kinds.ts";

/** What every feature says of its endpoints. */
export const DESCRIPTIONS: Descriptions = {
  ...widgetDescribed,
  ...accountsDescribed,
  ...alertsDescribed,
  ...answeringDescribed,
  ...auditDescribed,
  ...deskDescribed,
  ...figuresDescribed,
  ...guardDescribed,
  ...knowledgeDescribed,
  ...learningDescribed,
  ...levelsDescribed,
  ...phrasesDescribed,
  ...planningDescribed,
  ...requestsDescribed,
  ...settingsDescribed,
  ...staffingDescribed,
  ...storesDescribed,
  ...wallDescribed,
  ...webhooksDescribed,
};

/** The API of these routes, and of what stands beside them, as OpenAPI. */
export function describeProgram(routes: readonly ToldRoute[]): ApiDocument {
  return describeApi({ routes, descriptions: DESCRIPTIONS, webhooks: WEBHOOK_KINDS, shapes });
}
