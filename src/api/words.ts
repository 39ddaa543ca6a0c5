/** The words of the page that tells the API; what endpoints do is told in English, as the description has it. */
export interface PageWords {
  readonly lang: "zh-CN" | "en";
  readonly other: { readonly lang: "zh-CN" | "en"; readonly name: string };
  readonly title: string;
  readonly lead: string;
  readonly skip: string;
  readonly console: string;
  readonly signing: string;
  readonly token: string;
  readonly contents: string;
  readonly parameters: string;
  readonly required: string;
  readonly body: string;
  readonly answers: string;
  readonly types: string;
}

export const PAGE_WORDS: Readonly<Record<PageWords["lang"], PageWords>> = {
  "zh-CN": {
    lang: "zh-CN",
    other: { lang: "en", name: "English" },
    title: "Counterbell 接口",
    lead: "控制台和网页小部件用的就是这些接口。每个接口的说明是英文，点开看参数、请求和应答。",
    skip: "跳到接口列表",
    console: "回到控制台",
    signing: "怎么表明身份",
    token:
      "在控制台的「安全」页建一个 API 令牌，放进 Authorization 头。令牌的权限不会超过建它的人；标着 No API token 的接口只能由人在控制台操作。",
    contents: "目录",
    parameters: "参数",
    required: "必填",
    body: "请求",
    answers: "应答",
    types: "数据结构",
  },
  en: {
    lang: "en",
    other: { lang: "zh-CN", name: "中文" },
    title: "Counterbell API",
    lead: "What the console and the web widget speak. Open an endpoint for its parameters, its body and its answers.",
    skip: "To the endpoints",
    console: "Back to the console",
    signing: "Who you are",
    token:
      "Make an API token in the console, under Security, and send it in the header Authorization. It may do no more than its person; where it says No API token, a person does it in the console.",
    contents: "Contents",
    parameters: "Parameters",
    required: "required",
    body: "Body",
    answers: "Answers",
    types: "Types",
  },
};
