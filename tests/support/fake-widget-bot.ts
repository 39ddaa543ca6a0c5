import type { WidgetMessage } from "../../adapters/web/api.ts";

type Said = Pick<WidgetMessage, "text"> & Partial<Pick<WidgetMessage, "source" | "choices">>;

/** What the pretended bot says to a text or a choice's id; to anything it does not know, that it heard it. */
export function botAnswer(asked: string): Said {
  const answer = ANSWERS.find(({ about }) => about.test(asked));
  return answer?.said ?? { text: `收到：${asked}` };
}

const ANSWERS: readonly { readonly about: RegExp; readonly said: Said }[] = [
  {
    about: /^return$|退货/,
    said: {
      text: "签收后 7 天内，不影响二次销售就可以无理由退货，运费险会补上来回邮费。\n步骤：我的订单 → 申请售后 → 退货退款。详情见 https://shop.example/help/returns。",
      source: { title: "七天无理由退货", phase: "aftersale" },
    },
  },
  {
    about: /^delivery$|发货/,
    said: {
      text: "现货 16:00 前付款当天发出，定制家具 7–10 天发货。",
      source: { title: "发货时间", phase: "insale" },
    },
  },
  {
    about: /^invoice$|发票/,
    said: {
      text: "可以的，下单时选“电子发票”，确认收货后 24 小时内发到您的邮箱。",
      source: { title: "开发票", phase: "presale" },
    },
  },
  {
    about: /尺寸/,
    said: {
      text: "您想了解哪一款的尺寸？",
      choices: [
        { id: "return", label: "沙发尺寸" },
        { id: "delivery", label: "餐桌尺寸" },
        { id: "invoice", label: "床架尺寸" },
      ],
    },
  },
];
