import type { Translated } from "../shared/words.ts";

const zh = {
  title: "登录 Counterbell",
  lead: "客服工作台",
  email: "邮箱",
  password: "密码",
  submit: "登录",
  wrong: "邮箱或密码不对。请检查后再试；忘记密码请找管理员重设。",
  forbidden: "这个账号已停用，请联系管理员。",
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
    forbidden: "This account is disabled. Please ask an administrator.",
    missing: "Please fill in email and password.",
  },
};
