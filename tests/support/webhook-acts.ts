import type { WebhookCreated } from "../../src/webhooks/api.ts";
import type { Prepare, Stage } from "./every-act.ts";

const PATH = "/api/console/webhooks";
const WISH = { stores: [], kinds: ["conversation.closed"] };

/** For each endpoint that changes webhooks one act that succeeds; for `every-act.ts`. */
export const WEBHOOK_ACTS: Readonly<Record<string, Prepare>> = {
  "post /webhooks": async ({ fresh }) => ({ by: "admin", path: PATH, body: wish(fresh()), logged: "webhook.created" }),
  "put /webhooks/:webhookId": async (stage) => ({
    by: "admin",
    path: `${PATH}/${await made(stage)}`,
    body: { ...wish(stage.fresh()), isOn: false },
    logged: "webhook.changed",
  }),
  "post /webhooks/:webhookId/secret": async (stage) => ({
    by: "admin",
    path: `${PATH}/${await made(stage)}/secret`,
    body: {},
    logged: "webhook.rotated",
  }),
  "delete /webhooks/:webhookId/earlier-secret": async (stage) => {
    const id = await made(stage);
    await stage.people.admin.post(`${PATH}/${id}/secret`, {});
    return { by: "admin", path: `${PATH}/${id}/earlier-secret`, logged: "webhook.earlier-ended" };
  },
  "delete /webhooks/:webhookId": async (stage) => ({
    by: "admin",
    path: `${PATH}/${await made(stage)}`,
    logged: "webhook.removed",
  }),
};

const wish = (name: string) => ({ ...WISH, url: `https://example.com/${name}` });

async function made({ people, fresh }: Stage): Promise<string> {
  return ((await people.admin.post(PATH, wish(fresh()))).json as WebhookCreated).row.id;
}
