/**
 * What may make a product wrong for somebody: an allergy, an illness, a medicine, a pregnancy, a baby, a pet. Whether it is safe then
 * is answered by an article that speaks of this very thing, never by one about something similar. Ids mean nothing outside.
 */
interface Condition {
  readonly id: string;
  /** In a question: somebody has it. */
  readonly asked: RegExp;
  /** In an article: it is spoken of; absent: the same words. */
  readonly named?: RegExp;
}

const CAN = "[^,。.!?]{0,6}(?:能不能|可不可以|能否|能|可以|可否|敢|适合|适不适合)[^,。.!?]{0,2}";
const USE = "(?:用|吃|喝|服|涂|抹|擦|穿|戴|碰|舔|闻|泡|玩|睡)";

const CONDITIONS: readonly Condition[] = [
  { id: "allergy", asked: /过敏|敏感体质|(?:会|就|易|容易)起(?:疹|疙瘩|红)|荨麻疹|allerg/u, named: /过敏|敏感|荨麻疹|allerg/u },
  { id: "intolerance", asked: /不耐受?|intoleran/u, named: /不耐|无乳糖|零乳糖|0乳糖|lactose/u },
  { id: "kidney", asked: /透析|肾(?:病|衰|炎|结石|功能|不好|虚弱)|肌酐|kidney|dialysis/u },
  {
    id: "sugar",
    asked: /糖尿病|血糖(?:高|偏高)|糖友|控糖|diabet/u,
    named: /糖尿|血糖|糖友|控糖|无糖|0糖|零糖|低糖|三高|diabet|sugar/u,
  },
  {
    id: "pressure",
    asked: /高血压|血压(?:高|偏高)|hypertension|high blood pressure/u,
    named: /血压|三高|hypertension|blood pressure/u,
  },
  { id: "gout", asked: /痛风|尿酸(?:高|偏高)|gout/u, named: /痛风|尿酸|嘌呤|gout|purine/u },
  {
    id: "heart",
    asked: /心脏(?:病|不好|支架|起搏)|起搏器|冠心病|房颤|pacemaker|heart (?:disease|condition)/u,
    named: /心脏|起搏|冠心|pacemaker|heart/u,
  },
  { id: "cancer", asked: /癌|肿瘤|化疗|放疗|\bcancer|chemo/u },
  { id: "liver", asked: /肝(?:病|炎|硬化|功能|不好)|脂肪肝|\bliver/u, named: /肝|\bliver/u },
  { id: "thyroid", asked: /甲状腺|甲亢|甲减|thyroid/u },
  { id: "asthma", asked: /哮喘|asthma/u },
  {
    id: "stomach",
    asked: /胃(?:病|炎|溃疡|不好)|胃酸(?:多|过多)|stomach (?:ulcer|problem)|gastritis/u,
    named: /胃|stomach|gastr/u,
  },
  { id: "epilepsy", asked: /癫痫|epilep/u },
  { id: "favism", asked: /蚕豆病|g6pd/u },
  { id: "eczema", asked: /湿疹|皮炎|玫瑰痤疮|银屑病|牛皮癣|eczema|dermatitis|psoriasis/u },
  {
    id: "surgery",
    asked: /(?:刚|才|做[了过完]?|动[了过完]?)(?:个|完)?手术|术后|开[了过完]刀|拆线|surgery/u,
    named: /手术|术后|医美|surgery/u,
  },
  { id: "mind", asked: /抑郁症?药|抑郁症|焦虑症|安眠药|antidepress/u, named: /抑郁|焦虑|安眠|antidepress/u },
  {
    id: "medicine",
    asked:
      /(?:在|正|天天|长期|一直|同时)吃[^,。.!?]{0,6}药|降压药|降糖药|避孕药|抗生素|头孢|阿司匹林|华法林|二甲双胍|优甲乐|抗凝|medication|antibiotic|blood thinner|warfarin/u,
    named: /药|medic|antibiotic|thinner/u,
  },
  {
    id: "pregnancy",
    asked:
      /孕|怀(?:了|着)|肚(?:子)?里有(?:娃|宝|孩)|哺乳|喂奶|母乳|坐月子|月子里|产后|pregnan|breast-?feed|nursing|trying to conceive/u,
  },
  {
    id: "baby",
    asked: new RegExp(
      `(?:宝宝|婴儿|新生儿|小?[孩娃](?:子)?|儿童|小朋友|幼儿|个?月大|个月|周?岁)${CAN}${USE}|(?:can|ok for|safe for|suitable for)[^.?!]{0,24}(?:baby|infant|newborn|toddler|child|kid)`,
      "u",
    ),
    named:
      /宝宝|婴|新生儿|孩|娃|儿童|小朋友|幼|月龄|个月|周岁|[0-9一二三四五六七八九十]岁|少年|学生|baby|babies|infant|newborn|toddler|child|kid|age/u,
  },
  {
    id: "pet",
    asked: new RegExp(
      `(?:猫|狗|宠物|毛孩子|兔子|仓鼠)${CAN}${USE}|(?:can|ok for|safe for)[^.?!]{0,24}(?:\\bcats?\\b|\\bdogs?\\b|\\bpets?\\b)`,
      "u",
    ),
    named: /猫|狗|犬|宠|毛孩|兔|鼠|\bcats?\b|\bdogs?\b|\bpets?\b/u,
  },
];

/** Only where an allergy or an intolerance is spoken of: what somebody does not bear. */
const ALLERGENS: readonly Condition[] = [
  {
    id: "of-milk",
    asked: /牛奶|奶蛋白|乳蛋白|乳糖|乳清|奶制品|酪蛋白|milk|dairy|lactose|whey/u,
    named: /奶|乳|酪|milk|dairy|lactose|whey/u,
  },
  { id: "of-egg", asked: /鸡蛋|蛋清|蛋黄|鸭蛋|(?:对|吃)蛋过敏|\beggs?\b/u },
  { id: "of-peanut", asked: /花生|peanut/u },
  { id: "of-nut", asked: /坚果|核桃|腰果|杏仁|榛子|开心果|\bnuts?\b|almond|walnut|cashew/u },
  { id: "of-fish", asked: /(?:对|吃)鱼|鱼类|鱼肉|海鱼|\bfish\b/u, named: /鱼|\bfish\b/u },
  { id: "of-shellfish", asked: /海鲜|虾|蟹|贝|蛤|生蚝|牡蛎|shrimp|prawn|crab|shellfish|seafood/u },
  { id: "of-soy", asked: /大豆|黄豆|豆制品|豆类|\bsoya?\b/u, named: /豆|\bsoya?\b/u },
  { id: "of-wheat", asked: /小麦|麸质|面筋|wheat|gluten/u },
  { id: "of-fruit", asked: /芒果|菠萝|猕猴桃|桃子?毛|草莓|mango|pineapple|kiwi|strawberr/u },
  { id: "of-alcohol", asked: /酒精|乙醇|alcohol/u },
  { id: "of-gelatine", asked: /明胶|胶囊|gelatine?/u },
  { id: "of-metal", asked: /金属|镍|合金|metal|nickel/u },
  { id: "of-rubber", asked: /乳胶|橡胶|latex|rubber/u },
  { id: "of-wool", asked: /羊毛|羊绒|马海毛|\bwool/u },
  { id: "of-down", asked: /羽绒|鸭绒|鹅绒|羽毛|feather|\bdown\b/u },
  { id: "of-scent", asked: /香精|香料|香水|花香|fragrance|perfume/u },
  { id: "of-pollen", asked: /花粉|pollen/u },
  { id: "of-mite", asked: /螨虫?|尘螨|dust mite/u },
  { id: "of-glue", asked: /胶水|甲醛|染料|荧光剂|glue|dye|formaldehyde/u },
];

const UNBORNE: ReadonlySet<string> = new Set(["allergy", "intolerance"]);

/** An illness that an article does not name is cared for where it sends people to a doctor. */
const DOCTOR = /医生|医嘱|医师|慢性病|基础(?:疾)?病|患者|病人|特殊人群|doctor|physician|medical/u;
const ILLNESSES: ReadonlySet<string> = new Set([
  ...["kidney", "sugar", "pressure", "gout", "heart", "cancer", "liver", "thyroid", "asthma", "stomach"],
  ...["epilepsy", "favism", "eczema", "surgery", "mind", "medicine"],
]);

/** What somebody says they have, or asks for; normalised text. Empty for nearly all questions. */
export function conditionsAsked(text: string): readonly string[] {
  const asked = CONDITIONS.filter((one) => one.asked.test(text)).map(({ id }) => id);
  if (!asked.some((id) => UNBORNE.has(id))) return asked;
  return [...asked, ...ALLERGENS.filter((one) => one.asked.test(text)).map(({ id }) => id)];
}

/** What an article speaks of, by all its words, normalised. */
export function conditionsNamed(text: string): readonly string[] {
  const named = [...CONDITIONS, ...ALLERGENS].filter((one) => (one.named ?? one.asked).test(text)).map(({ id }) => id);
  return DOCTOR.test(text) ? [...new Set([...named, ...ILLNESSES])] : named;
}

/** What was asked for and an article says nothing of. */
export function conditionsUnmet(asked: readonly string[], named: readonly string[]): readonly string[] {
  return asked.filter((id) => !named.includes(id));
}
