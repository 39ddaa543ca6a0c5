// Checked by `tsc -p adapters/web/widget`, never run: each line below `@ts-expect-error` must not compile, or the check fails.
import { addressOf, addressTo } from "../../adapters/web/widget/link/addresses.ts";
import type { Calls } from "../../adapters/web/widget/link/calls.ts";

/** What the widget cannot ask of the server. */
export async function mistakes(calls: Calls): Promise<void> {
  // @ts-expect-error: no such path.
  addressTo("/", "/api/widget/message");
  // @ts-expect-error: a path that is only read.
  addressTo("/", "/api/widget/events");
  // @ts-expect-error: a path of the console.
  addressTo("/", "/api/console/phrases");
  // @ts-expect-error: a path that is only written to.
  addressOf("/", "/api/widget/human", {});
  // @ts-expect-error: no such parameter.
  addressOf("/", "/api/widget/messages", { query: { after: "1" } });
  // @ts-expect-error: a parameter of the wrong type.
  addressOf("/", "/api/widget/messages", { query: { wait: 20 } });
  // @ts-expect-error: the id has another name.
  addressOf("/", "/api/widget/files/{id}", { ids: { fileId: "f1" } });

  // @ts-expect-error: a member of the body is missing.
  await calls.post("/api/widget/messages", "t", { clientId: "c1" });
  // @ts-expect-error: a member that the server does not know.
  await calls.post("/api/widget/human", "t", { clientId: "c1", text: "人工" });
  // @ts-expect-error: a member of the wrong type.
  await calls.post("/api/widget/rating", "t", { clientId: "c1", score: "5" });
  // @ts-expect-error: a file is uploaded, not posted.
  await calls.post("/api/widget/files", "t", {});
  // @ts-expect-error: a visit begins by openSession, without a token.
  await calls.post("/api/widget/sessions", "t", { store: "demo" });
  // @ts-expect-error: a language that no page has.
  await calls.openSession({ store: "demo", language: "fr" });

  const opened = await calls.openSession({ store: "demo" });
  // @ts-expect-error: the answer has no such member.
  if (opened.type === "ok") void opened.body.visitor;
}

/** The same as it should be. */
export async function rights(calls: Calls): Promise<string> {
  addressTo("/", "/api/widget/files");
  addressOf("/", "/api/widget/files/{id}", { ids: { id: "f1" } });
  addressOf("/", "/api/widget/messages", { query: { since: "0", wait: "20" } });
  await calls.post("/api/widget/messages", "t", { clientId: "c1", text: "在吗", attachments: ["f1"] });
  await calls.post("/api/widget/signs", "t", { typing: true });
  const opened = await calls.openSession({ store: "demo", language: "zh-CN" });
  return opened.type === "ok" ? opened.body.visitorId : "";
}
