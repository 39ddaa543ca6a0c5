import type { Translated } from "../shared/words.ts";

const zh = {
  title: "提醒设置",
  menu: "提醒设置…",
  sound: "响铃",
  soundHint: "有人转人工时响；您的顾客又说话、而页面不在眼前时也响。",
  hear: "听一下",
  notices: "桌面通知",
  noticesHint: "页面不在眼前时弹出。第一次打开时，浏览器会问您是否允许。",
  quiet: "免打扰时段",
  quietHint: "这段时间不响、不弹，网页标题照样计数。按这台电脑的时间。",
  from: "从",
  until: "到",
  breaks: "小休、离开时也不会响。设置只保存在这台电脑上。",
  spoke: (name: string) => `${name} 在等您回复`,
};

/** The words about sounds and notices. */
export const noticeWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    title: "Notices",
    menu: "Notices…",
    sound: "Sound",
    soundHint: "Rings when somebody is handed over, and when one of your shoppers writes again while you look elsewhere.",
    hear: "Hear it",
    notices: "Desktop notices",
    noticesHint: "Shown while you look at something else. The browser asks for permission when you first switch them on.",
    quiet: "Quiet hours",
    quietHint: "Nothing rings or pops up then; the page's title still counts. By this computer's clock.",
    from: "From",
    until: "until",
    breaks: "Nothing rings in a break either. These settings stay on this computer.",
    spoke: (name) => `${name} waits for your reply`,
  },
};
