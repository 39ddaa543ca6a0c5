import { expect, it } from "vitest";
import type { ProposalRow } from "../../src/knowledge/api.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { openProposals, WORDS, type ProposalDesk } from "../support/proposal-desk.ts";

describeOnEachDatabase("Proposals, saying what they would be linked to,", (databases) => {
  let store: ProposalDesk["store"];
  let merchant: ProposalDesk["merchant"];
  let supervisor: ProposalDesk["supervisor"];
  const { read, write, post, decide, list, articleNow, learned } = openProposals(
    databases,
    (desk) => ({ store, merchant, supervisor } = desk),
  );

  const SHIPPING = { ...WORDS, question: "几天能发货" };
  const proposeShipping = async (): Promise<ProposalRow> => read(await post(merchant, { kind: "new-article", words: SHIPPING }));

  it("name what is suggested for a new article, and once decided nothing", async () => {
    const proposal = await proposeShipping();
    const [shown] = (await list(supervisor)).items;
    expect(shown?.links).toEqual({ suggested: [{ id: "ship-time", confidence: 0.8 }] });
    expect(read<ProposalRow>(await decide(supervisor, proposal, "accept")).links).toBeUndefined();
    const now = await articleNow(proposal.articleId);
    expect(now?.suggested).toEqual(shown?.links?.suggested);
    expect(now).not.toHaveProperty("topics");
  });

  it("name the links that people gave the article there is", async () => {
    await write(`stores/${store}/articles/ship`, { ...WORDS, question: "包邮吗", topics: ["ship-time"] }, 1);
    await learned(`p_${store}_linked`, { id: "desk", name: "Counterbell" });
    expect((await list(supervisor)).items[0]?.links).toEqual({ topics: ["ship-time"] });
  });

  it.each([
    ["intents", { topics: ["ship-time"] }],
    ["none on purpose", { topics: [] }],
  ])("are linked by the supervisor who accepts them: to %s", async (_what, links) => {
    const proposal = await proposeShipping();
    expect((await decide(supervisor, proposal, "accept", { links })).status).toBe(200);
    expect(await articleNow(proposal.articleId)).toMatchObject(links);
  });

  it("lose links when the supervisor leaves them to the suggestion", async () => {
    await write(
      `stores/${store}/articles/ship`,
      { ...WORDS, question: "包邮吗", answer: "满 99 包邮", topics: ["ship-time"] },
      1,
    );
    await learned(`p_${store}_left`, { id: "desk", name: "Counterbell" });
    const [proposal] = (await list(supervisor)).items;
    if (proposal === undefined) throw new Error("nothing was proposed");
    expect((await decide(supervisor, proposal, "accept", { links: {}, ...overOf(proposal) })).status).toBe(200);
    expect(await articleNow("ship")).not.toHaveProperty("topics");
  });

  it.each([
    ["an intent that nobody knows", ["nothing"]],
    ["too many", Array.from({ length: 101 }, (_, n) => `t${n}`)],
  ])("are refused with %s, and nothing changes", async (_what, topics) => {
    const proposal = await proposeShipping();
    expect((await decide(supervisor, proposal, "accept", { links: { topics } })).status).toBe(400);
    expect((await list(supervisor)).items).toMatchObject([{ status: "open" }]);
  });

  const overOf = ({ current }: ProposalRow) => (current === undefined ? {} : { over: current.version });
});
