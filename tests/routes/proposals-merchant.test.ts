import { describe, expect, it } from "vitest";
import type { ProposalRow } from "../../src/knowledge/api.ts";
import { describeOnEmbedded } from "../support/databases.ts";
import { openProposals, WORDS, type ProposalDesk } from "../support/proposal-desk.ts";

describeOnEmbedded("Proposals", (databases) => {
  let db: ProposalDesk["db"];
  let store: ProposalDesk["store"];
  let merchant: ProposalDesk["merchant"];
  let agent: ProposalDesk["agent"];
  let supervisor: ProposalDesk["supervisor"];
  const { read, proposeNew, decide, list, historyOf } = openProposals(
    databases,
    (desk) => ({ db, store, merchant, agent, supervisor } = desk),
  );

  describe("being decided by a merchant", () => {
    const may = (is: boolean) =>
      db.prisma.userStore.update({
        where: { userId_storeId: { userId: merchant.id, storeId: store } },
        data: { approver: is },
      });

    it("are what agents proposed, once the merchant may: they accept it, and the history says who", async () => {
      const proposal = await proposeNew(agent);
      expect((await list(merchant)).total).toBe(0);
      expect((await decide(merchant, proposal, "accept")).status).toBe(404);
      await may(true);
      expect(await list(merchant)).toMatchObject({ total: 1, toDecide: 1, items: [{ mayDecide: true, isMine: false }] });
      expect((await decide(merchant, proposal, "accept", { words: WORDS })).status).toBe(400);
      const accepted = read<ProposalRow>(await decide(merchant, proposal, "accept", { note: "价格没错" }));
      expect(accepted).toMatchObject({ status: "accepted", mayDecide: false, decided: { by: "王老板", note: "价格没错" } });
      expect(await historyOf(proposal.articleId)).toMatchObject([{ by: `王老板 <${merchant.email}>` }]);
      expect(await list(merchant)).toMatchObject({ toDecide: 0 });
    });

    it("can be sent back with a word; their own are for a supervisor", async () => {
      await may(true);
      const [theirs, own] = [await proposeNew(agent), await proposeNew(merchant)];
      expect(await list(merchant, "whose=mine")).toMatchObject({ total: 1, items: [{ id: own.id, mayDecide: false }] });
      expect(await list(merchant, "whose=others")).toMatchObject({ total: 1, items: [{ id: theirs.id }] });
      expect((await decide(merchant, own, "accept")).status).toBe(403);
      expect((await decide(merchant, own, "refuse", { note: "算了" })).status).toBe(403);
      expect(read<ProposalRow>(await decide(merchant, theirs, "refuse", { note: "已停产" }))).toMatchObject({
        status: "refused",
      });
      expect(await list(agent)).toMatchObject({ items: [{ decided: { by: "王老板", note: "已停产" } }] });
      expect((await list(supervisor)).open).toBe(1);
    });
  });
});
