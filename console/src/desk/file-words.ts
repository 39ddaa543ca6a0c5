import type { FileLimits } from "../../../src/desk/api.ts";
import type { Translated } from "../shared/words.ts";

const zh = {
  add: "添加图片或文件",
  addHint: "也可以直接粘贴，或拖到这里",
  dropHere: "松手，随回复一起发给顾客",
  list: "随回复发出的文件",
  look: (name: string) => `放大看 ${name}`,
  remove: (name: string) => `去掉 ${name}`,
  sending: (percent: number) => `上传中 ${percent}%`,
  waiting: "文件传完就可以发送",
  notInNotes: "内部备注不能带文件；要发给顾客，请切换到「回复顾客」。",
  lost: "没有传完，网络断了。请去掉后再添加一次。",
  notMine: "会话现在不在您手上，文件没有收下。",
  faults: {
    empty: (_limits: FileLimits) => "这个文件是空的。",
    "too-large": ({ bytes }: FileLimits) => `文件太大了，最多 ${megabytes(bytes)} MB。`,
    type: ({ types }: FileLimits) => `这种文件不能发。可以发：${typeNames(types)}。`,
    "too-many": ({ perReply }: FileLimits) => `一次最多 ${perReply} 个文件，其余的请下一条再发。`,
  },
};

/** The words about files of a reply. */
export const fileWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    add: "Add pictures or files",
    addHint: "or paste them, or drop them here",
    dropHere: "Let go to send it with your reply",
    list: "Files that go with the reply",
    look: (name) => `Look at ${name}`,
    remove: (name) => `Remove ${name}`,
    sending: (percent) => `Uploading, ${percent}%`,
    waiting: "It can be sent once the files are there",
    notInNotes: "Internal notes take no files; switch to “Reply” to send them to the shopper.",
    lost: "It did not arrive: the network was away. Please remove it and add it again.",
    notMine: "You do not have this conversation now; the file was not taken.",
    faults: {
      empty: () => "This file is empty.",
      "too-large": ({ bytes }) => `This file is too large: at most ${megabytes(bytes)} MB.`,
      type: ({ types }) => `This kind of file cannot be sent. You can send ${typeNames(types)}.`,
      "too-many": ({ perReply }) => `At most ${perReply} files at a time; send the others with the next message.`,
    },
  },
};

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1_000_000);
}

/** `image/png` → `PNG`. */
function typeNames(types: readonly string[]): string {
  return types.map((type) => (type.split("/")[1] ?? type).toUpperCase()).join(" / ");
}
