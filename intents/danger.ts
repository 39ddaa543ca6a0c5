import type { Skill } from "../src/core/words.ts";
import type { Normalised } from "./normalise.ts";

/** Something in the text that may not wait and may not be answered by an article. */
export interface Danger {
  /** The words that gave it away. */
  readonly word: string;
  readonly skill: Skill;
  /** What to say at once hangs on it; absent where the words alone do not tell. */
  readonly kind?: DangerKind;
}

/** Against oneself; fire, smoke or electricity; a hurt body; something eaten; the body's answer to a product, or an allergy named. */
export type DangerKind = "self-harm" | "power" | "injury" | "food" | "reaction";

interface DangerPattern {
  readonly kind: DangerKind;
  readonly skill: Skill;
  readonly pattern: RegExp;
}

const BODY =
  "(?:手指?|脚|脸|嘴唇?|眼睛?|皮肤|皮|腿|胳膊|身上|脖子|额头|孩子|宝宝|小孩|娃|儿子|女儿|老人|我妈|我爸|老公|老婆|猫|狗|我)";

/** What hurts when a product hurt somebody; a headache is another matter. */
const SORE = "(?:手指?|脚|脸|嘴[巴唇]?|眼睛?|皮肤|腿|胳膊|身上|脖子|孩子|宝宝|喉咙|嗓子|头皮)";

/** Words that only look like danger: taken out before anything is looked for. */
const HARMLESS =
  /炸鸡|炸薯|炸串|炸锅|空气炸|油炸|酥炸|现炸|炸物|电?火锅|火爆|火热|火速|上火|下火|去火|火焰|火龙果|火腿|灭火|防火|火气|火大|爆炸(?:头|糖|盐|好|多|贴)|(?:好吃|颜值|好看|香|美)到?(?:爆炸|炸裂)|炸裂(?:好|推荐)|炸街|无烟|少烟|抽?油烟|烟灰|烟熏|烟雾[色灰]|烟酰胺|烟台|吸烟|抽烟|香烟|烟机|防(?:触电|漏电|烫|夹|爆|割|划|摔|过敏)|漏电(?:保护|开关)|不漏电|烫[画金发头染衣]|(?:挂|电|免|熨)烫|烧[水烤饼酒麦鸭鹅]|发烧友?|退烧|跳楼[价大]|大?出血价|大出血|血橙|补血|牙龈出血|吐血|想死你|医院同款|剧毒|防霉|除霉|去霉|防晒伤|fire ?(?:tv|stick|proof|fly)|smoked? ?(?:salmon|meat|free|grey|gray|detector|alarm|ham|cheese)|smoky|burnt orange|non-smoking|hospital grade|bath bomb/gu;

/** It is asked whether it could happen, not told that it did. */
const HYPOTHETICAL =
  /(?:会不会|不会|会否|会|是否|容易|怕|担心|防止?(?![磨晒水滑风尘潮雨寒])|避免|以免|可能|有没有|万一|如果|能不能|能|不|could|can|would|will|does|is it|if it)[^,。.!?]{0,6}$/u;
/** What turns the asked into the told after all. */
const HAPPENED = /^[^,。.!?]{0,5}?(?:了|起来|出来|着呢|中)/u;

const PATTERNS: readonly DangerPattern[] = [
  {
    kind: "self-harm",
    skill: "complaint",
    pattern:
      /自杀|轻生|不想活|活不下去|想死(?!机)|跳楼|割腕|自残|结束(?:自己的?)?生命|死了算了|suicid\w*|kill(?:ing)? myself|hurt(?:ing)? myself|end my life/gu,
  },
  {
    kind: "power",
    skill: "aftersale",
    pattern:
      /冒(?:出|着|起)?[黑白浓青大]?烟|起烟|着火|起火|失火|(?:烧|燃)起来|烧着|自燃|电?火花|冒火|爆炸|爆裂|炸[了裂开]|短路|跳闸|漏电|触电|(?:被|会|就|有点|直接|把我|给我)电(?:到|了|一下|着)|电到|麻手|烧焦|烧糊|烧手|焦糊?味|糊味|(?:插座|插头|电?线|插线板|插孔)[^,。.!?]{0,4}(?:烧|化|熔|焦|黑了|发黑)|(?:外壳|壳|电线|塑料)[^,。.!?]{0,3}(?:化了|熔)|熔化|噼里啪啦|冒蓝光|(?:玻璃|电池|灯泡|杯子|壶|锅)[^,。.!?]{0,3}爆|(?:电池|充电宝|电芯).{0,4}(?:鼓包|漏液|膨胀)|(?:煤气|燃气|瓦斯)(?:泄漏|泄露|味)|电器?着|caught? (?:on )?fire|on fire|catch fire|\bfire\b|smok(?:e|ing)\b|sparks?\b|sparking|explod\w*|exploded|electric(?:al)? shock|electrocut\w*|shocked me|burning smell|short circuit/gu,
  },
  {
    kind: "injury",
    skill: "complaint",
    pattern: new RegExp(
      [
        "烫伤|烧伤|灼伤|受伤|割伤|扎伤|砸伤|摔伤|夹伤|弄伤|咬伤|伤到人|流血|出血|见血|骨折|烫出?(?:了个?)?泡|烫到|烫了?[个一]泡|起了?水?泡",
        `${BODY}[^,。.!?]{0,5}(?:被|给)?[^,。.!?]{0,5}(?:割|划|扎|夹|砸|刺|刮|崩)(?:伤|破|到|出血|了|开)`,
        "(?:割|划|扎|夹|砸|刺|刮)(?:伤|破|到|了)(?:了|我|我的|孩子的?|宝宝的?)?(?:手|脚|脸|嘴|眼|皮肤|腿|头)",
        `${SORE}[^,。.!?]{0,10}(?:疼|痛|红肿|又红|睁不开|流泪|起泡|肿|烂)|(?:进|溅|弄|喷)(?:了|到|进)?(?:我的?|孩子的?|宝宝的?)?眼睛`,
        `${BODY}[^,。.!?]{0,6}(?:没(?:有)?知觉|失去知觉|发紫|紫了)|全是水泡|大水泡|流黄水|流脓|(?:叫|喊|晃|摇|推)(?:都|也)?(?:[叫喊晃摇推])?不醒|不省人事`,
        "进医院|送医院|去医院|住院|急诊|(?:打|叫)120|救护车|晕倒|昏迷|休克|窒息|噎[住到着]|卡(?:住)?(?:喉咙|嗓子)|误食|误吞|误喝|误服|抽搐|缝了?[^,。.!?]{0,2}针|摔(?:了|断|得|到)|(?:孩子|宝宝|小孩|娃|儿子|女儿|闺女|孙子|孙女|猫|狗)[^,。.!?]{0,6}(?:吃下去|吞|咽下|把[^,。.!?]{1,6}吃了)",
        "injur\\w*|bleed\\w*|burn(?:ed|t) (?:my|his|her)|hospital|scald\\w*|cut my|hurt my|chok(?:ed|ing)|unconscious",
      ].join("|"),
      "gu",
    ),
  },
  {
    kind: "food",
    skill: "complaint",
    pattern:
      /中毒|拉肚子|拉稀|腹泻|上吐下泻|呕吐|吃(?:了|完)[^,。.!?]{0,8}(?:吐|不舒服|肚子)|[一直都]吐了|吃坏|肚子(?:不舒服|疼|痛|好疼|很疼|绞)|胃(?:疼|痛)|蟑螂|石子|(?:吃|咬|喝|嚼|饭|菜|面|饼|肉|奶|里面?|里头)[^,。.!?]{0,4}(?:铁丝|铁片)|嘴巴?发?麻|心慌|一直吐|哈喇|农药味|(?:收到|买到|发|卖|吃|喝)[^,。.!?]{0,6}(?<![快会是不])过期|过期[的了]?[^,。.!?]{0,5}(?:还发|还卖|食品|给我)|吃出|(?:有|生|长|爬出|发现|好多|活)(?:了|条|只|个)?小?虫|虫子|蛆|玻璃[渣碴]|异物|变质|馊了?|胀袋|胀包|长毛了|(?:吃|食|饼|果|肉|糕|面包|奶|米|坚果|枣|茶|糖|袋|里面)[^,。.!?]{0,8}(?:发霉|长毛|霉[了点斑])|food poison\w*|poisoned|vomit\w*|diarrh\w*|threw up|sick after|mould|mou?ldy|maggots?|(?:hair|glass|insects?|worms?|bugs?|plastic) in (?:the|my|it)(?! code)|expired food/gu,
  },
  {
    kind: "reaction",
    skill: "complaint",
    pattern: new RegExp(
      [
        "过敏(?:了|反应|很|得|严重|怎么办)|(?:对[^,。.!?]{1,8}|花生|坚果|牛奶|乳糖|海鲜|虾|芒果|鸡蛋|麸质|小麦|大豆|酒精)过敏",
        "(?:起|长|出|冒)(?:了|满|出|好多|很多|一身|一脸|一片|大片|全是|小){0,5}(?:红疹|疹子|疙瘩|红点|红斑|水泡|皮疹)|疹子|红疹|荨麻疹",
        "红肿|肿(?:了|起来|成|得)|烂脸|脸烂|毁容|刺痛|灼[热烧]|火辣辣|呼吸困难|喘不(?:上|过)气|瘙痒|发痒|[好很特]痒|痒得|痒死|蜕皮|脱皮",
        "allergic reaction|allergic to|\\brash\\b|hives|swollen|swelling|trouble breathing|can't breathe|\\bitch(?:y|ing)",
      ].join("|"),
      "gu",
    ),
  },
];

/** The first danger in a text that is told rather than asked about; undefined when there is none. */
export function findDanger(question: Normalised): Danger | undefined {
  const text = question.whole.replace(HARMLESS, "·");
  for (const { pattern, skill, kind } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const before = text.slice(Math.max(0, match.index - 12), match.index);
      const after = text.slice(match.index + match[0].length, match.index + match[0].length + 8);
      if (HYPOTHETICAL.test(before) && !HAPPENED.test(after) && !/(?:了|起来|怎么办)$/u.test(match[0])) continue;
      return { word: match[0], skill, kind };
    }
  }
  return undefined;
}
