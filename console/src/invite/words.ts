import type { Translated } from "../shared/words.ts";

const zh = {
  title: "加入 Counterbell",
  lead: (by: string) => `${by} 邀请您。填好姓名和密码就可以开始。`,
  as: (role: string, stores: string) => (stores === "" ? `角色：${role}` : `角色：${role} · ${stores}`),
  email: "邮箱（登录用）",
  name: "姓名",
  nameHint: "请写真名；顾客看到的名字在排班表里。",
  password: "密码",
  passwordHint: "至少 10 个字符；几个词连起来，好记又安全。",
  submit: "开始使用",
  missing: "请填写姓名。",
  short: "密码太短了，至少 10 个字符。",
  gone: { title: "这个链接不能用了", next: "它可能已经用过、被撤销，或者过了 72 小时。请让邀请您的人再发一个。" },
  toSignIn: "去登录",
  failed: "邀请没有读出来",
};

/** The words of whoever comes with an invitation. */
export const inviteWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    title: "Join Counterbell",
    lead: (by) => `${by} invites you. Choose a name and a password, and you are in.`,
    as: (role, stores) => (stores === "" ? `Role: ${role}` : `Role: ${role} · ${stores}`),
    email: "Email (to sign in)",
    name: "Name",
    nameHint: "Your real name; the one that shoppers see stands in the roster.",
    password: "Password",
    passwordHint: "At least 10 characters; a few words in a row are easy to remember and safe.",
    submit: "Begin",
    missing: "Please fill in your name.",
    short: "The password is too short: at least 10 characters.",
    gone: {
      title: "This link no longer works",
      next: "It may have been used or revoked, or its 72 hours are over. Ask whoever invited you for a new one.",
    },
    toSignIn: "To the sign-in",
    failed: "The invitation could not be read",
  },
};
