import type { Translated } from "../shared/words.ts";

const zh = {
  title: "登录 Counterbell",
  lead: "客服工作台",
  email: "邮箱",
  password: "密码",
  submit: "登录",
  wrong: "邮箱或密码不对。请检查后再试；忘记密码请找管理员重设。",
  forbidden: "现在不能登录：账号可能已停用，或者打开的地址不是管理员给的那个。请联系管理员。",
  badEmail: "邮箱的写法不对，例如 name@example.com。",
  missing: "请填写邮箱和密码。",
};

/** The sign-in's words. */
export const signinWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    title: "Sign in to Counterbell",
    lead: "The customer service desk",
    email: "Email",
    password: "Password",
    submit: "Sign in",
    wrong: "The email or the password is not right. Please check both; an administrator can set a new password.",
    forbidden:
      "Signing in is not possible now: the account may be disabled, or this is not the address your administrator gave you.",
    badEmail: "That is not an email address such as name@example.com.",
    missing: "Please fill in email and password.",
  },
};
