import type { Translated } from "../shared/words.ts";

const zh = {
  navigation: "设置",
  groups: { desk: "整个客服台", store: "每家店铺", people: "人和记录" },
  topics: { routing: "派单规则", waits: "等待时间", replies: "回复时限", closing: "会话结束", guard: "发送前检查" },
  leads: {
    routing:
      "要人工的会话按这些规则派给客服。什么都不填，就按基本规则：技能、在班、名额、空闲最久。改完马上用在正在排队的会话上。",
    waits: "客服台等人多久。改完马上生效，正在等的也按新的算。",
    replies: "顾客等多久算慢。改完从下一次计时开始用。",
    closing: "没有人工接待的会话，顾客一直不说话就自己结束。调短从下一个会话开始，调长对开着的会话也算。",
    guard: "客服回复里出现这些词时，先问一句或不让发。别家店铺的名字、商品和知识总会提醒。",
  },
  readOnly: "这里对所有店铺都生效，只有能看到全部店铺的主管或管理员可以改。",
  noStores: { title: "您还看不到店铺", next: "请管理员在「账号」里给您加上店铺。" },
  store: "店铺",
  failed: "设置没有读出来",
  byDefault: (value: string) => `默认：${value}`,
  notSaved: "没有保存",
  saved: "已保存，马上生效",
  restored: "已换回，马上生效",
  notRestored: (why: string) => `没有换回：${why}`,
  unchanged: "没有改动",
  changed: (count: number) => `改了 ${count} 项，还没保存`,
  discard: "放弃改动",
  none: "不设",
  noNames: "没有",
  addStep: "加一级",
  removeStep: "去掉",
  units: { seconds: "秒", minutes: "分钟", times: "次", percent: "%", level: "级以上", units: "个名额", share: "份" },
  history: "改过什么",
  historyNone: "还没有改过。",
  historyLead: (zone: string) => `最新的在上面，时间按${zone}。`,
  when: "时间",
  what: "改了什么",
  who: "谁改的",
  changes: { set: "", restore: "换回以前的", file: "导入文件" },
  undo: "撤销",
  restore: "换回这一版",
  undoOf: (version: number) => `撤销第 ${version} 次改动`,
  restoreOf: (version: number) => `换回这一版：第 ${version} 次改动之后`,
  employers: { vendor: "外包公司", merchant: "商家自己人" },
  steps: {
    "preferred-level": "优先的熟练度",
    "any-level": "放宽熟练度",
    "without-secondary-skills": "不要求还会别的",
    "other-employer": "另一方的客服",
    "shift-ending": "快下班的客服",
    supervisor: "值班主管",
  },
  shippedLevels: { off: "不检查", confirm: "说明原因后可以发", block: "不能发" },
  hours: { working: "有人当班时", always: "一直计时" },
  afterMinutes: "沉默满",
  keepPercent: "分钟后占",
  everyMinutes: "每等",
  mostSteps: "分钟加一级，最多加",
  levels: "级",
  shippedCount: (count: number) => `查看自带的 ${count} 个词：绝对化用语、引导私下联系、买好评`,
  addWords: "输入后回车，可以粘贴多行",
  fields: {
    employerFirst: { name: "先问哪一方", does: "先派给这一方有空的客服，都没空再派给另一方。", usual: "两方一起排" },
    employerShare: { name: "两方各接多少", does: "两方都有空时，离自己的份额更远的一方先接。", usual: "不按份额" },
    preferredLevels: { name: "优先的熟练度", does: "先找这项技能达到这个熟练度的客服，都没空再放宽。", usual: "不挑" },
    spareExperts: { name: "把高手留着", does: "够用的人里先派熟练度低的，高手留给难题。", usual: "否" },
    secondarySkills: { name: "最好还会", does: "除了主要技能，最好也会这些；没有这样的人有空时不强求。", usual: "没有" },
    longWork: { name: "耗时长的技能", does: "快下班的客服先不派这类会话；没有别人时照样派。", usual: "没有" },
    shiftEndingMinutes: { name: "下班前多久算快下班", does: "这段时间里先不派耗时长的会话。", usual: "15 分钟" },
    waitSeconds: {
      name: "放宽之前先等多久",
      does: "更合适的人在班、只是在忙时，等满这么久才放宽到这一步。主管这一步不填，就不会把不急的会话派给主管。",
      usual: "不等",
    },
    weights: { name: "一个会话占几个名额", does: "售后常比售前费神，可以多占几个。", usual: "1 个" },
    silence: { name: "顾客不说话时少占名额", does: "沉默满这么久，这个会话只按百分之几占名额，好让客服多接。", usual: "不减" },
    ageing: { name: "等久了往前排", does: "每等满这么久优先级加一级，最多加到几级。", usual: "不加" },
    excludedMinutes: { name: "没接的人多久后再派", does: "拒绝或没接的客服，这段时间里不再收到同一个会话。", usual: "3 分钟" },
    offerSeconds: {
      name: "派单等多久",
      does: "派给一位客服后等这么久，没接就派给下一位。",
      usual: "45 秒",
    },
    handOverBeforeMinutes: { name: "下班前多久提醒交接", does: "到点提醒客服：手里还有哪些会话要交出去。", usual: "5 分钟" },
    graceMinutes: {
      name: "下班后会话留多久",
      does: "客服下班后，顾客没说话的会话再留这么久，然后重新排队；顾客一说话就马上重新排队。",
      usual: "10 分钟",
    },
    presenceSeconds: { name: "关掉页面多久算离开", does: "客服的页面关了或断网这么久，就不再派单给他。", usual: "120 秒" },
    missedOffers: {
      name: "连着几次没接算离开",
      does: "连着这么多次派单都没接，这位客服改为离开，不再派单，并通知主管；回来后自己改回接单。",
      usual: "2 次",
    },
    slowReplySeconds: {
      name: "多久没回提醒客服",
      does: "接待之后，顾客等了这么久还没人回，就提醒接待的客服，这个会话也排到列表最前面。",
      usual: "100 秒",
    },
    closeAfterSilenceMinutes: {
      name: "顾客多久不说话算结束",
      does: "只对机器人接待的会话；人工接待的由客服结束。",
      usual: "120 分钟",
    },
    firstReplySeconds: { name: "首次回复", does: "从转人工到客服的第一句话。超过算超时，通知主管。", usual: "180 秒" },
    nextReplySeconds: { name: "后续回复", does: "接待之后，从顾客说话到客服回复。超过算超时，通知主管。", usual: "180 秒" },
    warnAtPercent: { name: "过了多少先提醒", does: "时限过了这么多还没回，先提醒接待的客服。", usual: "70%" },
    hours: { name: "什么时候计时", does: "「有人当班时」：没有能接的客服在班，就先不计时。", usual: "有人当班时" },
    shipped: { name: "自带的词", does: "平台会罚的说法：绝对化用语、引导私下联系、买好评。", usual: "说明原因后可以发" },
    confirm: { name: "这些词要说明原因", does: "说明原因后可以发，原因会留下。", usual: "没有" },
    block: { name: "这些词不能发", does: "怎么都不能发给顾客。", usual: "没有" },
    allow: { name: "这些词没问题", does: "虽然在别的名单里，本店可以说。", usual: "没有" },
    products: { name: "本店的商品名", does: "别家店铺的客服说到它们时会被提醒。", usual: "没有" },
  },
};

/** The words of the settings pages. */
export const settingsWords: Translated<typeof zh> = {
  "zh-CN": zh,
  en: {
    navigation: "Settings",
    groups: { desk: "The whole desk", store: "Each store", people: "People and records" },
    topics: {
      routing: "Routing",
      waits: "Waits",
      replies: "Reply limits",
      closing: "End of a conversation",
      guard: "Before sending",
    },
    leads: {
      routing:
        "By these rules conversations that need a person are given out. With nothing set it goes by the basic ones: skill, on shift, room, idle longest. What is changed counts at once, for those who wait already too.",
      waits: "How long the desk waits for its people. What is changed counts at once, for what is waited for already too.",
      replies: "When a shopper has waited too long. What is changed counts from the next clock on.",
      closing:
        "A conversation without a person ends by itself when its shopper stays silent. Shorter counts from the next conversation on, longer for open ones too.",
      guard:
        "Agents are asked, or stopped, when a reply holds these words. Other stores' names, goods and knowledge are always pointed out.",
    },
    readOnly: "This holds for all stores: only supervisors who see all of them, and admins, may change it.",
    noStores: { title: "You see no stores yet", next: "Ask an admin to add stores to your account under People." },
    store: "Store",
    failed: "The setting could not be read",
    byDefault: (value) => `By default: ${value}`,
    notSaved: "Not saved",
    saved: "Saved; it holds at once",
    restored: "Taken back; it holds at once",
    notRestored: (why) => `Not taken back: ${why}`,
    unchanged: "Nothing changed",
    changed: (count) => `${count} changed, not saved yet`,
    discard: "Discard",
    none: "Not set",
    noNames: "none",
    addStep: "Add a step",
    removeStep: "Remove",
    units: { seconds: "s", minutes: "min", times: "times", percent: "%", level: "or better", units: "units", share: "parts" },
    history: "What was changed",
    historyNone: "Nothing was changed yet.",
    historyLead: (zone) => `The newest first, times in ${zone}.`,
    when: "When",
    what: "What",
    who: "Who",
    changes: { set: "", restore: "an earlier one again", file: "by a file" },
    undo: "Undo",
    restore: "Take this again",
    undoOf: (version) => `Undo change ${version}`,
    restoreOf: (version) => `Take this again: after change ${version}`,
    employers: { vendor: "Vendor", merchant: "Merchant's own" },
    steps: {
      "preferred-level": "Preferred level",
      "any-level": "Any level",
      "without-secondary-skills": "Without further skills",
      "other-employer": "The other employer",
      "shift-ending": "Who leaves soon",
      supervisor: "Supervisor on call",
    },
    shippedLevels: { off: "Not checked", confirm: "Sent with a reason", block: "Not sent" },
    hours: { working: "While somebody is on shift", always: "Always" },
    afterMinutes: "After",
    keepPercent: "min it counts",
    everyMinutes: "Every",
    mostSteps: "min one step up, at most",
    levels: "steps",
    shippedCount: (count) => `Show the ${count} shipped words: absolute claims, contact elsewhere, paid reviews`,
    addWords: "Press Enter after each; several lines can be pasted",
    fields: {
      employerFirst: { name: "Employer asked first", does: "Its free agents come first; the other's when none of them is free.", usual: "both alike" }, // prettier-ignore
      employerShare: { name: "Share of each employer", does: "Where both have somebody free, the one further below its share comes first.", usual: "no shares" }, // prettier-ignore
      preferredLevels: { name: "Preferred level", does: "Agents with this level of the skill come first; others when none of them is free.", usual: "any" }, // prettier-ignore
      spareExperts: { name: "Keep experts free", does: "Of those good enough the lowest level comes first.", usual: "no" },
      secondarySkills: { name: "Also wanted", does: "Skills wanted beside the main one, as long as somebody free has them.", usual: "none" }, // prettier-ignore
      longWork: {
        name: "Skills that take long",
        does: "Near the end of a shift such work goes to colleagues first.",
        usual: "none",
      },
      shiftEndingMinutes: { name: "Near the end of a shift", does: "So long before it no long work is given out, if somebody else can take it.", usual: "15 min" }, // prettier-ignore
      waitSeconds: {
        name: "Wait before each step",
        does: "While somebody who fits better is on shift but busy, so long is waited before this step. Without a time the supervisor gets nothing that is not urgent.",
        usual: "at once",
      },
      weights: { name: "Units of a conversation", does: "After-sale work is often heavier: it may take more of an agent's capacity.", usual: "1" }, // prettier-ignore
      silence: { name: "Less while the shopper is silent", does: "After so much silence it counts only this much of its units.", usual: "never less" }, // prettier-ignore
      ageing: { name: "Sooner after waiting", does: "Each time so much was waited its priority rises by one, up to a limit.", usual: "never" }, // prettier-ignore
      excludedMinutes: { name: "Asked again after", does: "Who refused an offer or let it pass is not offered the same conversation for so long.", usual: "3 min" }, // prettier-ignore
      offerSeconds: {
        name: "Time for an offer",
        does: "An offer that is not taken goes to the next.",
        usual: "45 s",
      },
      handOverBeforeMinutes: { name: "Notice before a shift ends", does: "Agents are told which conversations they still have to hand over.", usual: "5 min" }, // prettier-ignore
      graceMinutes: {
        name: "Kept after a shift",
        does: "What an agent still has stays so long while the shopper is silent, then it queues again; at once when the shopper writes.",
        usual: "10 min",
      },
      presenceSeconds: { name: "Closed console counts as away", does: "So long after an agent's console was closed nothing is offered to them.", usual: "120 s" }, // prettier-ignore
      missedOffers: {
        name: "Offers missed before away",
        does: "Who lets so many offers in a row pass counts as away until they say otherwise, and supervisors hear of it.",
        usual: "2 times",
      },
      slowReplySeconds: {
        name: "Reminder after",
        does: "When a shopper has waited so long for an agent's reply, the agent is reminded, and the conversation goes to the top of the list.",
        usual: "100 s",
      },
      closeAfterSilenceMinutes: { name: "Ends after so much silence", does: "Only while the bot has it; what an agent has, the agent closes.", usual: "120 min" }, // prettier-ignore
      firstReplySeconds: { name: "First reply", does: "From the hand-over to an agent's first words. Past it is late, and supervisors hear of it.", usual: "180 s" }, // prettier-ignore
      nextReplySeconds: { name: "Next reply", does: "From each later message to the reply. Past it is late, and supervisors hear of it.", usual: "180 s" }, // prettier-ignore
      warnAtPercent: { name: "Warned at", does: "When so much of the limit has passed the agent is warned.", usual: "70%" },
      hours: { name: "When the clocks run", does: "“While somebody is on shift”: they stop while nobody who could take it is there.", usual: "while somebody is on shift" }, // prettier-ignore
      shipped: { name: "Shipped words", does: "What platforms fine: absolute claims, contact elsewhere, paid reviews.", usual: "sent with a reason" }, // prettier-ignore
      confirm: { name: "These need a reason", does: "Sent with a reason, which is kept.", usual: "none" },
      block: { name: "These are not sent", does: "Never, whatever the reason.", usual: "none" },
      allow: { name: "These are fine", does: "Right in this store, though another list has them.", usual: "none" },
      products: {
        name: "Names of this store's goods",
        does: "Agents of other stores are asked before they say them.",
        usual: "none",
      },
    },
  },
};
