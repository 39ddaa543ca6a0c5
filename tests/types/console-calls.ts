// Checked by `tsc -p console`, never run: each line below `@ts-expect-error` must not compile, or the check fails.
import type { Api } from "../../console/src/shared/api.ts";
import { addressTo, linkTo } from "../../console/src/shared/calls.ts";

/** What the console cannot ask of the server. */
export async function mistakes(api: Api): Promise<void> {
  const ids = { id: "p1" };
  const body = { shortcut: "hi", text: "您好" };

  // @ts-expect-error: no such path.
  addressTo("/api/console/phrase");
  // @ts-expect-error: a path that is only written to.
  addressTo("/api/console/planning/copy");
  // @ts-expect-error: a path that answers a file: `linkTo`.
  addressTo("/api/console/planning/file", { query: { from: "2026-10-01" } });
  // @ts-expect-error: a path that answers JSON is read, not followed.
  linkTo("/api/console/phrases");
  // @ts-expect-error: an address that nobody checked.
  await api.get("/api/console/phrases");

  // @ts-expect-error: the id is missing.
  addressTo("/api/console/conversations/{id}");
  // @ts-expect-error: it has another name.
  addressTo("/api/console/conversations/{id}", { ids: { conversationId: "c1" } });
  // @ts-expect-error: a parameter is missing.
  addressTo("/api/console/conversations", { query: { store: "s1" } });
  // @ts-expect-error: no such parameter.
  addressTo("/api/console/phrases", { query: { stores: "s1" } });
  // @ts-expect-error: a value that it cannot have.
  addressTo("/api/console/conversations", { query: { list: "all" } });

  // @ts-expect-error: there is no such deed at this path.
  await api.send("post /api/console/phrases/{id}", { ids, body });
  // @ts-expect-error: a deed without its id.
  await api.send("put /api/console/phrases/{id}", { body });
  // @ts-expect-error: a deed without its body.
  await api.send("put /api/console/phrases/{id}", { ids });
  // @ts-expect-error: a member of the body is missing.
  await api.send("put /api/console/phrases/{id}", { ids, body: { text: "您好" } });
  // @ts-expect-error: a member that the server does not know.
  await api.send("put /api/console/phrases/{id}", { ids, body: { shortcut: "hi", text: "您好", layer: "vendor" } });
  // @ts-expect-error: a member of the wrong type.
  await api.send("put /api/console/phrases/{id}", { ids, body: { shortcut: "hi", text: 1 } });
  // @ts-expect-error: it takes a file.
  await api.send("post /api/console/planning/file", { body });
  // @ts-expect-error: it takes no file.
  await api.upload("put /api/console/phrases/{id}", { ids, file: new Blob() }, WATCH);

  const answer = await api.get(addressTo("/api/console/phrases"));
  // @ts-expect-error: nothing was answered before it is looked at.
  void answer.value;
  // @ts-expect-error: the answer has no such member.
  if (answer.type === "answer") void answer.value.rows;
}

/** The same as it should be. */
export async function rights(api: Api): Promise<readonly string[]> {
  const ids = { id: "p1" };
  linkTo("/api/console/planning/file", { query: { from: "2026-10-01" } });
  addressTo("/api/console/phrases", { query: { store: undefined, layer: "vendor" } });
  await api.send("put /api/console/phrases/{id}", { ids, body: { shortcut: "hi", text: "您好" } });
  await api.send("delete /api/console/phrases/{id}", { ids });
  await api.send("post /api/auth/sign-out");
  await api.send("post /api/console/planning/file", { file: new Blob() });
  await api.upload("post /api/console/conversations/{id}/files", { ids, query: { name: "a.png" }, file: new Blob() }, WATCH);
  const answer = await api.get(addressTo("/api/console/phrases"));
  return answer.type === "answer" ? answer.value.items.map(({ shortcut }) => shortcut) : [];
}

const WATCH = { onProgress: () => undefined, signal: new AbortController().signal };
