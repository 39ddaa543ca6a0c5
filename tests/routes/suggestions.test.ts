import { expect, it } from "vitest";
import type { ConversationDetail } from "../../src/desk/api.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { acted, BASE, staffConsole, type Staffed } from "../support/staffed-console.ts";
import { readTalks } from "../../src/learning/store.ts";
import { messageFrom, STORE } from "../support/worlds.ts";

const ANSWER = "48 小时内发货。";

describeOnEachDatabase("What the knowledge suggests to an agent", (databases) => {
  let staffed: Staffed;
  const { shopper, handedOver, detail, act } = staffConsole(databases, (given) => (staffed = given));

  /** A conversation that the agent has, in which the shopper asks what the knowledge answers. */
  async function asked(): Promise<{ id: string; epoch: number; suggestions: NonNullable<ConversationDetail["suggestions"]> }> {
    const id = await handedOver();
    const { epoch } = acted(await act(id, "claim", {})).conversation;
    const { spine } = staffed.server.world;
    await spine.submit(messageFrom(shopper(), "多久发货", { store: STORE }));
    await spine.idle();
    const { suggestions } = await detail(id);
    if (suggestions === undefined) throw new Error("nothing was suggested");
    return { id, epoch, suggestions };
  }
  const outcomes = (message: string) =>
    staffed.db.prisma.suggestionOutcome.findMany({
      where: { incomingId: message },
      select: { outcome: true, text: true, articleId: true },
    });

  it("is the answer with its source and confidence, while the shopper waits for one, and is never sent by itself", async () => {
    const { id, epoch, suggestions } = await asked();
    expect(suggestions.items).toEqual([
      { articleId: "a1", title: "多久发货", answer: ANSWER, phase: "presale", confidence: 0.95 },
    ]);
    expect((await detail(id)).messages.some(({ text }) => text === ANSWER)).toBe(false);
    acted(await act(id, "reply", { epoch, text: "稍等", internal: false }));
    expect((await detail(id)).suggestions).toBeUndefined();
  });

  it.each([
    ["as it was", ANSWER, { outcome: "accepted", text: null }],
    ["with other words", "亲，48 小时内就发。", { outcome: "edited", text: "亲，48 小时内就发。" }],
  ])("sent %s is kept so", async (_name, text, kept) => {
    const { id, epoch, suggestions } = await asked();
    const suggestion = { message: suggestions.message, article: "a1" };
    acted(await act(id, "reply", { epoch, text, internal: false, suggestion }));
    expect(await outcomes(suggestions.message)).toEqual([{ articleId: "a1", ...kept }]);
    // What learning reads of it.
    const used = [];
    for await (const { conversationId, steps } of readTalks(staffed.db, { store: STORE, since: 0 }))
      if (conversationId === id) used.push(...steps.flatMap((step) => (step.type === "shopper" ? (step.suggested ?? []) : [])));
    expect(used).toEqual([{ articleId: "a1", answer: ANSWER, outcome: kept.outcome, sent: kept.text ?? undefined }]);
  });

  it("quoted in a remark to colleagues became nothing yet", async () => {
    const { id, epoch, suggestions } = await asked();
    const suggestion = { message: suggestions.message, article: "a1" };
    acted(await act(id, "reply", { epoch, text: ANSWER, internal: true, suggestion }));
    expect(await outcomes(suggestions.message)).toEqual([]);
  });

  it("is for what the shopper asked, not for their wish for a person", async () => {
    const { id, suggestions } = await asked();
    const { spine } = staffed.server.world;
    await spine.submit(messageFrom(shopper(), "转人工", { store: STORE }));
    await spine.idle();
    expect((await detail(id)).suggestions?.message).toBe(suggestions.message);
  });

  it("that does not fit is kept so, and not shown again", async () => {
    const { id, suggestions } = await asked();
    const body = { message: suggestions.message, article: "a1" };
    expect((await staffed.agent.post(`${BASE}/${id}/suggestions`, body)).status).toBe(204);
    expect(await outcomes(suggestions.message)).toEqual([{ articleId: "a1", outcome: "rejected", text: null }]);
    expect((await detail(id)).suggestions?.items).toEqual([]);
    expect((await staffed.agent.post(`${BASE}/${id}/suggestions`, { ...body, article: "a9" })).status).toBe(404);
    expect((await staffed.colleague.post(`${BASE}/${id}/suggestions`, body)).status).toBe(409);
  });
});
