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
  tooMany: (wait: string) => `试得太多了，暂时不能登录，请 ${wait}后再试。忘记密码请找管理员重设。`,
  missing: "请填写邮箱和密码。",
  step: "二次验证",
  stepLead: "请填验证器现在显示的六位数字。手机不在身边，填一个备用码。",
  code: "六位数字或备用码",
  codeMissing: "请填写验证器上的六位数字。",
  codeWrong: "数字不对。请看验证器上现在的六位数字，再试一次。",
  backupWrong: "这个备用码不对，或者已经用过了。请换一个，或填验证器上的六位数字。",
  startAgain: "重新登录",
  tookTooLong: "时间太久，或错得太多。请重新输入邮箱和密码。",
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
    tooMany: (wait) => `Too many tries: you can sign in again in ${wait}. An administrator can set a new password.`,
    badEmail: "That is not an email address such as name@example.com.",
    missing: "Please fill in email and password.",
    step: "Second step",
    stepLead: "Please type the six digits that your app shows now. No phone at hand? Type a backup code.",
    code: "Six digits, or a backup code",
    codeMissing: "Please type the six digits of your app.",
    codeWrong: "Those are not the digits. Look at what the app shows now, and try again.",
    backupWrong: "This backup code is not right, or was used before. Type another one, or the six digits of your app.",
    startAgain: "Begin again",
    tookTooLong: "It took too long, or there were too many wrong codes. Please type email and password again.",
  },
};
