import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { describeOnEmbedded } from "../support/databases.ts";
import { KNOWN, openShiftDesk, OTHER_STORE, type ShiftDesk } from "../support/shift-desk.ts";
import { log } from "./console-stories.ts";
import {
  askForPerson,
  atTheSameMoment,
  castFor,
  end,
  expectTile,
  isTold,
  look,
  lookUp,
  reply,
  replyBox,
  take,
  timesTold,
  type Cast,
} from "./shift-people.ts";

// One program, by a clock that the stories set, and one browser; each story has a day of its own.
describeOnEmbedded("A shift, with everybody in a browser", (database) => {
  // Four pages draw at once: on a busy machine that takes its time.
  vi.setConfig({ testTimeout: 120_000 });

  let browser: Browser;
  let desk: ShiftDesk;
  let cast: Cast;

  beforeAll(async () => {
    [browser, desk] = await Promise.all([openBrowser(), database.place().then(openShiftDesk)]);
    cast = castFor(browser, desk);
    for (const who of ["li-lei", "han-meimei", "zhou-lan"] as const) await cast.staff(who);
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
    const [li, han] = [await cast.staff("li-lei"), await cast.staff("han-meimei")];
    const [zhou, shopper] = [await cast.staff("zhou-lan"), await cast.shopper("陈小姐")];
    await askForPerson(shopper);
    for (const page of [li, han, zhou]) await look(page, shopper);
    await atTheSameMoment([li, han], "claim");

    await Promise.all([li, han].map((page) => page.getByRole("button", { name: "接入" }).click()));

    const has = zhou
      .getByRole("heading", { name: shopper.name })
      .locator("..")
      .getByText(/^(李雷|韩梅梅) 接待中$/);
    await has.waitFor();
    const isLi = (await has.innerText()).startsWith("李雷");
    const [winner, loser, name] = isLi ? [li, han, "李雷"] : [han, li, "韩梅梅"];
    await loser.getByText(`${name}已经接入了`).waitFor();
    expect(await replyBox(loser).count()).toBe(0);
    await reply(winner, shopper, "您好，请说。");
    expect(await timesTold(shopper, "为您服务。")).toBe(1);
    await end(winner);
  });

  it("the shift ends at 18:00 and the shopper came at 17:58: whoever comes after has it, and nobody is left with who went home", async () => {
    const day = desk.nextDay();
    await desk.at(day, "17:58");
    const [li, han] = [await cast.staff("li-lei"), await cast.staff("han-meimei")];
    const [zhou, shopper] = [await cast.staff("zhou-lan"), await cast.shopper("林女士")];
    await askForPerson(shopper);
    await look(li, shopper);
    await take(li);
    await reply(li, shopper, "您好，请说。");
    await desk.settle();
    await li.getByRole("button", { name: /提醒，1 条没看/ }).click();
    await li.getByRole("dialog").getByText("还有 2 分钟下班，请交接或结束这个会话").waitFor();
    await li.getByRole("dialog").getByRole("button", { name: "知道了" }).click();
    await li.getByRole("dialog").getByRole("button", { name: "关闭" }).click();

    await desk.at(day, "18:00");
    expect(await timesTold(shopper, "下班")).toBe(0);
    await desk.at(day, "18:03");
    await shopper.say("四件套缩水了，怎么办");

    await isTold(shopper, "客服李雷已经下班，您的问题由同事接着处理");
    await look(han, shopper);
    await log(han).getByText("交接：原由李雷接待。").waitFor();
    await take(han);
    await reply(han, shopper, "您好，我是韩梅梅，接着帮您处理。");
    // Whoever went home reads who has it, and has no box to write in.
    await li.getByText("韩梅梅 正在接待。您可以留内部备注。").waitFor();
    expect(await replyBox(li).count()).toBe(0);
    await lookUp(zhou, shopper);
    await log(zhou).getByText("我是韩梅梅").waitFor();
    await end(han);
  });

  it("the night belongs to the day it begins on, and each conversation to the day it opened on", async () => {
    const day = desk.nextDay();
    const next = dayAfter(day);
    await desk.at(day, "23:50");
    const [night, zhou] = [await cast.staff("zhou-ye"), await cast.staff("zhou-lan")];
    const late = await cast.shopper("高先生");
    await askForPerson(late);
    await look(night, late);
    await take(night);
    await desk.at(day, "23:50:20");
    await reply(night, late, "您好，夜里也有人。");
    await end(night);

    await desk.at(next, "00:10");
    const early = await cast.shopper("白女士");
    await askForPerson(early);
    await isTold(early, "正在为您找合适的客服");
    await cast.staff("zhou-ye");
    await look(night, early);
    await take(night);
    await desk.at(next, "00:10:40");
    await reply(night, early, "您好，请说。");
    await end(night);

    for (const [date, reply] of [
      [day, "20 秒"],
      [next, "40 秒"],
    ] as const) {
      await zhou.goto(`${desk.url}/console/today?day=${date}`);
      await expectTile(zhou, "开始的会话", /开始的会话\s*1\s/);
      await expectTile(zhou, "转人工", /转人工\s*1\s*占 100%/);
      await expectTile(zhou, "人工首次回复（中位数）", new RegExp(reply));
    }
  });

  it("the promise of the night is kept in the morning, before anybody else", async () => {
    const day = desk.nextDay();
    await desk.at(day, "06:30");
    const shopper = await cast.shopper("沈女士");
    await askForPerson(shopper);
    await isTold(shopper, "下次上班是今天 09:00，到时优先回复您");

    await desk.at(day, "09:00");
    await isTold(shopper, "让您久等了，客服上班了，正在为您找合适的客服");
    const li = await cast.staff("li-lei");
    await look(li, shopper);
    await take(li);
    await reply(li, shopper, "早上好，让您等到现在。");
    await end(li);
  });

  it("a reply with another store's name is held back, and goes out only changed", async () => {
    await desk.at(desk.nextDay(), "12:00");
    const [li, shopper] = [await cast.staff("li-lei"), await cast.shopper("吴先生")];
    await askForPerson(shopper);
    await look(li, shopper);
    await take(li);

    await replyBox(li).fill(`亲，${OTHER_STORE.name}的帐篷今天有货`);
    await replyBox(li).press("Enter");
    const dialog = li.getByRole("dialog");
    await dialog.getByText("别家店铺的名字").waitFor();
    expect(await dialog.getByRole("button", { name: "确认发送" }).isDisabled()).toBe(true);
    await dialog.getByRole("button", { name: "放回去改" }).click();
    await reply(li, shopper, "亲，台灯今天有货");
    expect(await timesTold(shopper, OTHER_STORE.name)).toBe(0);
    await end(li);
  });

  it("what the bot had to say before a person took over is not said after", async () => {
    const day = desk.nextDay();
    await desk.at(day, "14:00");
    const [li, zhou] = [await cast.staff("li-lei"), await cast.staff("zhou-lan")];
    const { platform } = desk;
    const sun = { id: `sun-${day}`, name: `孙女士 ${day}` };
    await platform.say(sun, "找人工", { room: "counter" });
    await desk.settle();
    await look(li, sun);
    // The platform puts off the bot's answer; before it takes it, the supervisor has the conversation.
    const before = platform.sent.length;
    platform.putOff(true);
    await platform.say(sun, KNOWN.question, { room: "counter" });
    await log(li).getByText(KNOWN.answer).waitFor();
    await look(zhou, sun);
    await zhou.getByRole("button", { name: "主管操作" }).click();
    await zhou.getByRole("menuitem", { name: "我来接管" }).click();
    await zhou.getByRole("dialog").getByLabel("原因").fill("老顾客，我来");
    await zhou.getByRole("dialog").getByRole("button", { name: "确定" }).click();
    await zhou.getByRole("button", { name: "释放给机器人" }).waitFor();
    platform.putOff(false);
    await desk.settle();
    await replyBox(zhou).fill("孙女士您好，我是周岚。");
    await replyBox(zhou).press("Enter");

    await expect.poll(() => platform.sent.slice(before).map(({ body }) => body.text)).toContain("孙女士您好，我是周岚。");
    expect(platform.sent.map(({ body }) => body.text)).not.toContain(KNOWN.answer);
    for (const page of [li, zhou]) {
      const said = log(page).getByRole("article").filter({ hasText: KNOWN.answer });
      await said.getByText("已作废").waitFor();
    }
    await end(zhou);
  });

  it("the agent's computer dies: somebody else goes on, and the shopper is told nothing that is not so", async () => {
    const day = desk.nextDay();
    await desk.at(day, "15:00");
    const [li, han, shopper] = [await cast.staff("li-lei"), await cast.staff("han-meimei"), await cast.shopper("马先生")];
    await askForPerson(shopper);
    await look(li, shopper);
    await take(li);
    await reply(li, shopper, "您好，请说。");
    await shopper.say("订单一直没动静");
    await log(li).getByText("订单一直没动静").waitFor();

    const toldBefore = await timesTold(shopper, "李雷");
    await cast.laptopDies("li-lei");
    await desk.at(day, "15:01");
    expect(await timesTold(shopper, "李雷")).toBe(toldBefore);

    // The two minutes' grace count from when the server noticed that the stream is gone.
    let minute = 1;
    const aMinuteLater = async (): Promise<number> => {
      minute += 1;
      await desk.at(day, `15:${String(minute).padStart(2, "0")}`);
      return timesTold(shopper, "客服李雷暂时不在线，您的问题由同事接着处理");
    };
    await expect.poll(aMinuteLater, { interval: 200, timeout: 30_000 }).toBe(1);
    await look(han, shopper);
    await take(han);
    await reply(han, shopper, "我来接着帮您查。");
    for (const untrue of ["下班", "没有客服当班"]) expect(await timesTold(shopper, untrue)).toBe(0);
    await end(han);
  });
});

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
