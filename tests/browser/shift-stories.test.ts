import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { describeOnEmbedded } from "../support/databases.ts";
import { KNOWN, openShiftDesk, OTHER_STORE, type ShiftDesk } from "../support/shift-desk.ts";
import { log, row } from "./console-stories.ts";
import {
  askForPerson,
  atTheSameMoment,
  castFor,
  end,
  expectTile,
  look,
  lookUp,
  reply,
  replyBox,
  take,
  timesSeen,
  type Cast,
} from "./shift-people.ts";

// One program, by a clock that the stories set, and one browser; each story has a day of its own.
describeOnEmbedded("A shift, with everybody in a browser", (database) => {
  let browser: Browser;
  let desk: ShiftDesk;
  let cast: Cast;

  beforeAll(async () => {
    [browser, desk] = await Promise.all([openBrowser(), database.place().then(openShiftDesk)]);
    cast = castFor(browser, desk);
  });
  afterEach(async () => {
    await cast.shoppersLeave();
    expect(cast.faults).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  it("both agents claim at the same moment: one has it, and the other reads who", async () => {
    await desk.at(desk.nextDay(), "11:00");
    const [li, han, zhou, shopper] = [
      await cast.staff("li-lei"),
      await cast.staff("han-meimei"),
      await cast.staff("zhou-lan"),
      await cast.shopper("陈小姐"),
    ];
    await askForPerson(shopper);
    for (const page of [li, han, zhou]) await look(page, "陈小姐");
    await atTheSameMoment([li, han], "claim");

    await Promise.all([li, han].map((page) => page.getByRole("button", { name: "接入" }).click()));

    const has = zhou.getByRole("heading", { name: "陈小姐" }).locator("..").getByText(/^(李雷|韩梅梅) 接待中$/);
    await has.waitFor();
    const isLi = (await has.innerText()).startsWith("李雷");
    const [winner, loser, name] = isLi ? [li, han, "李雷"] : [han, li, "韩梅梅"];
    await loser.getByText(`${name}已经接入了`).waitFor();
    expect(await replyBox(loser).count()).toBe(0);
    await reply(winner, shopper, "您好，请说。");
    expect(await timesSeen(shopper, "为您服务")).toBe(1);
    await end(winner);
  });
});
