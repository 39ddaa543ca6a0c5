import { withoutPraiseOrDenial } from "./feeling-words.ts";
import type { Normalised } from "./normalise.ts";

/** “不要转人工”, “先别给我转客服”: who says this wants the answer, not a person. “要不要转人工” and “怎么不转人工” do not say it. */
const NOT_WISHED =
  /(?<!怎么|为什么|为啥|干嘛|要|用|能不能)(?:不要|不用|不想|不需要|不必|无需|先不|别|甭)(?:再|先|急着|着急|总是|总|老是|老|一直|给我|帮我|把我|要)*(?:(?:转|接|找|叫|换)(?:接|到|给|成|去|来)?(?:人工|真人|客服)|人工)(?:客服|服务|坐席|座席)?|(?<!\bwhy )\b(?:don't|do not|no need to|need not) (?:transfer|connect|send|pass|hand|put)\b[^,.!?]{0,20}\b(?:human|agent|person|operator|representative|someone)\b/gu;

const REFUSAL = new RegExp(`先?(?:${NOT_WISHED.source})[,.!?;:，。！、\\s]*`, "gu");

/** 人工 that means labour or something artificial, and people of the shop who are only mentioned. */
const NOT_A_WISH =
  /人工(?:费|成本|草|智能|皮|合成|养殖|钻|增|棉|打磨|湖|岛|授粉|分拣|喂养|奶|降|色素|香[精料]|甜味|添加|培育|心脏|关节)|手工|无人|ai客服/gu;

const ASKED_FOR_A_PERSON = [
  /(?<!不[是用要]|纯|全)(?:人工|人公|人功|rengong)(?:客服|服务|坐席|座席|在线|台|帮|来|吧|呢|啊|处理|回复|谢|!|!|,|。|$)|^(?:转|要|找)?人[工公]|(?:转|找|要|接|叫|换|来|求|上|联系|呼叫|连)(?:接|到|个|一下|下|一个|我|我要|在线|你们的?)*(?:人工|人公|人功|rengong)/u,
  /真人|活人|(?:来|换|找|叫|派|有)(?:一?个|位)?(?:懂的?|管事的?|负责的?|能管事的?)?人(?:来|给我|帮我|跟我|和我|行不行|行吗|说话|谈|处理|解决|管|回复我)|能不能(?:来|换|找|叫)个人|(?:跟|和|同)人(?:说话|聊|沟通|对话|谈)|有没有(?:管事|负责|活|真)的?人?/u,
  /(?:转|找|叫|让|接|呼叫|请)(?:一下|下|个|一个|你们的?|给)*(?:客服|售后(?!服务)|售前|专员|主管|经理|领导|老板|店长|负责人)(?!说|讲|[^,。]{0,3}[过了])/u,
  /客服(?:电话|热线)|(?:客服|售后)(?:人呢|呢|死哪|在哪|出来|回我|回话)|(?:给我|让人|安排人?)[^,。]{0,4}回(?:个)?电话?|回电|电话(?:沟通|联系我)/u,
  /(?:不要|别|不想|停止|关掉|受够)[^,。]{0,6}(?:机器人|自动回复|机器回复|ai)|你是(?:不是)?(?:机器人|人吗|人还是)|是机器人吗|机器人(?:吧|走开|滚|听不懂)|换个?人/u,
  /\b(?:human|real person|live (?:agent|person|chat|support)|representative|operator|speak (?:to|with) (?:a|an|some|your|the)|talk (?:to|with) (?:a|an|some|your|the)|customer (?:service|support|care) (?:please|agent|rep|number)|a person|someone (?:real|from)|real agent|your manager|supervisor|not a (?:bot|robot)|are you a (?:bot|robot))\b|^(?:agent|support|help desk)[.! ]*$/u,
];

/** What may stand around the wish for a person without asking for anything more. */
const AROUND_A_WISH =
  /[我你您们咱要想请帮给麻烦转接找叫来换个一下位客服人工的了吧呢啊呀吗嘛快点赶紧马上立刻现在谢亲有没能不可以行务线真活直需说话聊机器]|\b(?:can|could|may|i|you|me|want|would|like|need|to|talk|speak|with|a|an|the|please|now|get|connect|transfer|human|real|live|person|agent|representative|operator|support|help|customer|service|someone)\b|[^\p{L}\p{N}]/gu;

/** Whether a text calls for no person though it has the words: it speaks of labour, of something artificial, or says “不要转人工”. */
export function namesNoWish({ whole }: Normalised): boolean {
  return whole.search(NOT_A_WISH) >= 0 || whole.search(NOT_WISHED) >= 0;
}

/** What is asked when the refusal of a person is taken away: “先别给我转人工,多久发货” asks “多久发货”. */
export function withoutRefusal(question: Normalised): Normalised {
  const text = question.text.replace(REFUSAL, " ").trim();
  return text === "" || text === question.text ? question : { ...question, text };
}

/** Whether the found words of a wish or a complaint are all that a text says: it tells nothing of the matter. */
export function saysNothingElse({ text }: Normalised, words: string): boolean {
  return text.length <= MAX_CALL_LENGTH && text.replace(words, "").replace(AROUND_A_WISH, "") === "";
}

/** What is told beside the wish for a person: the sentences in which nothing but the call stands are left out. */
export function besideWish({ text }: Normalised, words: string): string {
  return text
    .split(/[,.!?;，。！？；\n]+/u)
    .map((sentence) => sentence.replace(words, " "))
    .filter((sentence) => sentence.replace(AROUND_A_WISH, "") !== "")
    .join(",")
    .trim();
}

/** What is longer tells more than a call. */
const MAX_CALL_LENGTH = 80;

/** Told about the past: “上次找客服说了” wishes for nobody. */
const TOLD = /(?:上次|昨天|之前|刚才|前天|已经|早上|前几天|一直)[^,。]{0,8}$/u;

/** The words with which somebody asks for a person instead of the bot; undefined when nobody does. */
export function findHumanWish(question: Normalised): string | undefined {
  const text = question.whole.replace(NOT_WISHED, "·").replace(NOT_A_WISH, "·").slice(0, 400);
  for (const [at, pattern] of ASKED_FOR_A_PERSON.entries()) {
    const match = pattern.exec(text);
    if (match === null) continue;
    if (at === 2 && TOLD.test(text.slice(0, match.index))) continue;
    return match[0];
  }
  return undefined;
}

/** Words of complaint inside other matters: asked before buying, or a product's own name. */
const NOT_A_COMPLAINT =
  /无假货|不是假货|是不是(?:假货|骗人的?|骗子)|会不会(?:是)?(?:假货|骗)|不会(?:是)?(?:假货|骗|坑)|(?:是|有)?假货吗|别(?:骗|坑)我|别是骗人|假一赔[^,。.!?]{0,4}吗|(?:有没有|有|看到|好多|怎么那么多|为什么有|不给|不会给|没有)[^,。.!?]{0,4}差评|差评(?:多|率|怎么|为什么|里)|垃圾(?:袋|桶|篓|箱|分类|处理|食品)|曝光(?:补偿|时间|度|参数|模式|过度|值|不足)|[雾烟]雾?报警|报警(?:器|声|音|灯|提示|功能|装置|了)|一直报警|黑店铺|坑位|防诈骗|防骗|被骗(?:怎么办)?吗/gu;

const COMPLAINT =
  /投诉|举报|(?<![a-z\d])(?:12315|12345|315)(?![a-z\d])|消协|消保|消费者协会|工商局?|市场监管|差评|一星|骗子|骗人|骗钱|被骗|诈骗|欺骗|欺诈|忽悠|曝光|起诉|律师|法院|法律途径|报警|退一赔三|假一赔|三倍赔偿|赔我|要求赔偿|垃圾|黑店|黑心|无良|奸商|坑人|坑爹|太坑|坑钱|假货|卖假|态度(?:太|真|很|这么|那么|极|恶)?[差恶]|什么态度|气死|受够|店大欺客|不要脸|没良心|平台介入|小二介入|客诉|申诉|没人(?:理|管|回)|不理人|踢皮球|推来推去|\b(?:complain(?:t|ts|ing)?|scam(?:mer|mers)?|fraud|rip-?off|lawyer|sue|report you|bad review|one star|1 star|worst (?:service|shop|store)|terrible service|unacceptable|ridiculous|cheat(?:ed|ers?)|liars?)\b/u;

/** The words of a complaint or a threat; undefined when the text has none. */
export function findComplaint(question: Normalised): string | undefined {
  return COMPLAINT.exec(withoutPraiseOrDenial(question.whole).replace(NOT_A_COMPLAINT, "·"))?.[0];
}
