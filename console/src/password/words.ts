import type { Translated } from "../shared/words.ts";

const zh = {
  title: "修改密码",
  lead: "改好后，您在其他设备上的登录会立即退出，这里保持登录。",
  current: "当前密码",
  fresh: "新密码",
  repeated: "再输一次新密码",
  rule: (least: number) => `至少 ${least} 个字符；几个词连起来，好记又安全。`,
  submit: "修改密码",
  done: "密码已修改，其他设备已退出登录。",
  faults: {
    "current-missing": "请填写当前密码。",
    "too-short": "新密码太短了，至少 10 个字符。",
    "too-long": "新密码太长了，最多 128 个字符。",
    "not-new": "新密码和当前密码一样，请换一个。",
    "not-same": "两次输入的新密码不一样，请再输一次。",
  },
  wrong: "当前密码不对，密码没有改。",
  ended: "登录已过期，密码没有改。请重新登录后再试。",
  unsure: "没有收到回音，不确定密码是否已经改了。请先用新密码再试一次登录。",
};

/** The words of changing one's password. */
export const passwordWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    title: "Change password",
    lead: "Afterwards you are signed out everywhere else at once; here you stay signed in.",
    current: "Current password",
    fresh: "New password",
    repeated: "New password again",
    rule: (least) => `At least ${least} characters; a few words in a row are easy to remember and safe.`,
    submit: "Change password",
    done: "Your password is changed; you are signed out everywhere else.",
    faults: {
      "current-missing": "Please fill in your current password.",
      "too-short": "The new password is too short: at least 10 characters.",
      "too-long": "The new password is too long: at most 128 characters.",
      "not-new": "The new password is the current one; please choose another.",
      "not-same": "The two new passwords differ; please type it again.",
    },
    wrong: "The current password is wrong; nothing was changed.",
    ended: "Your session ended and nothing was changed. Please sign in again first.",
    unsure: "No answer came back, so it is unclear whether the password was changed. Try to sign in with the new one.",
  },
};
