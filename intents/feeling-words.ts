/** “不会给差评的”, “没有生气”: said of what is not. */
const DENIED =
  /(?:不|没|不会|没有|从不|从没)(?:是|想|要|打算|会|给|是要)*(?:投诉|差评|举报|生气|发火|骂|怪你们?|介意|曝光|起诉)|(?:没有?|并非|不是)(?:在)?(?:生气|不满|抱怨|怪)|\b(?:no complaints?|not (?:a complaint|angry|mad|upset))\b/u;

/** “气死我了太好看了”: strong words of praise. */
const PRAISED =
  /(?:气死|气炸|烦死|服了|绝了|离谱|无语)[^。!?]{0,10}(?:好看|好吃|好喝|好用|好穿|可爱|漂亮|喜欢|便宜|划算|太香|真香|好了吧|又想|钱包|荷包|爱了)|(?:好|漂亮|可爱|划算|便宜|好看|好吃|好喝|好用|香|舒服|快)到?(?:离谱|气人|气死|犯规|无语|骂人)|\binsanely good|\bdamn (?:good|fine|nice|cute)|\bkilling me how/u;

/** Words that only look heated: of goods, of other people's moods, asked before buying. */
const OF_SOMETHING_ELSE =
  /无假货|不是假货|是不是(?:假货|骗人的?|骗子|智商税)|会不会(?:是)?(?:假货|骗|坑)|不会(?:是)?(?:假货|骗|坑)|假货吗|(?:怕|担心)(?:被?(?:骗|坑)|买到假货?|上当|踩雷|踩坑)|别(?:骗|坑)我呀?|别是骗人|被骗过|骗你是小狗|防诈?骗|反诈|诈骗吗|(?:是|不是)(?:诈骗|骗子)(?:吗|吧|么|嘛)|(?:有没有|有|看到?|好多|为什么有|怎么有|几个|那么多)[^,。.!?]{0,3}(?:差评|负评)|差评(?:师|区|率|多不多|吗|里|说|怎么)|别(?:生气|介意|误会)|没?消气|气消了?|(?:老公|老婆|女朋友|男朋友|女友|男友|妈妈?|爸爸?|孩子|宝宝|娃|同事|老板|领导|对象|媳妇|室友)[^,。.!?]{0,4}(?:生气|发火|气得|发脾气|烦|气死)|(?:投诉|举报)(?:快递|物流|邮政|顺丰|中通|圆通|韵达|骑手|外卖)|(?:举报|投诉)(?:专区|入口|流程)|垃圾(?:袋|桶|篓|箱|分类|处理|食品|短信|盒|车|货(?:好|强))|厨余垃圾|吸[^,。.!?]{0,4}垃圾|曝光(?:补偿|时间|度|参数|模式|过度|不足|值|量|过的)|(?:过度|长|多重)曝光|[雾烟]雾?报警|(?:防狼|门窗|漏水|燃气|煤气)报警|报警(?:器|声|音|灯|提示|功能|装置)|黑店(?:主题|桌游)|坑(?:位|洼|爹货运)|律师(?:证|袍|函模板|事务所|写|考试)|媒体(?:报道|合作|课|播放|中心|接口|盒)|多媒体|自媒体|起诉(?:状|书)(?:模板|格式)|废物(?:利用|回收)|骗子酒馆|混蛋西瓜|滚(?:筒|动|烫|轮|珠|石|边|圆|床|刷|装|梯|塑|雪|水|油)|翻滚|打滚|滚滚|服(?:装|务|帖|饰|用)|离谱(?:的|地)?(?:好|便宜|划算|可爱|香)|(?:热|冷|困|胖|饿|累|馋|羡慕|爱|美|帅|笑|香|想|甜|忙|尴尬)死|狗东西(?:吃|用|玩)|死亡芭比|烦请|麻烦|不厌其烦|耐烦|烦恼|\bfile a complaint with the (?:courier|carrier)|\bbad reviews? about|\bany bad reviews?|\b(?:husband|wife|mom|boss)\b[^,.!?]{0,10}\b(?:furious|mad|angry)|\bhell(?:o|a)\b/u;

/** Words of a kind, with the mark that stands for them all in what the classifier sees. */
interface WordKind {
  readonly mark: string;
  readonly pattern: RegExp;
}

/** Insults and curses: whoever writes them to a shop is angry, or jokes. */
const INSULT =
  /骗子|骗人|骗钱|诈骗|欺诈|奸商|黑店|黑心|无良|缺德|丧尽天良|丧良心|没良心|良心[^,。.!?]{0,3}(?:狗|痛|安|喂)|强盗|抢劫|抢钱|流氓|无赖|无耻|不要脸|臭不|要点?脸|人渣|畜生|贱[人货]|婊|王八|混蛋|混账|废物|垃圾|狗屁|放屁|狗屎|屎|滚|去死|死全家|全家死|傻[逼bBxX叉缺]|煞笔|沙雕|脑残|智障|弱智|白痴|蠢|猪脑|脑子(?:进水|有病|有坑|坏|呢)|有病|神经病|他妈|妈的|你妈|尼玛|特么|tmd|nmsl|wcnm|cnm|\bsb\b|sb客服|\bmd\b|操你|我操|我草|草泥马|卧槽|日了狗|狗日|龟儿|瓜娃|靠[北杯]|机车|干你|乾,|仆街|扑街|收皮|撚|叼你|丢你|册那|恶心|欺负|欺人太甚|坑[人钱爹死货]|太坑|假货|卖假|畜|断子绝孙|天打雷劈|遭报应|瞎(?:了|子|吗)|烂[货店透]|破(?:店|烂|玩意|公司|客服|东西)|\b(?:idiots?|morons?|stupid|scam\w*|thie(?:f|ves|ving)|crooks?|liars?|lied|cheats?|cheaters?|fraud\w*|con artists?|fuck\w*|f\*+\w*|shit\w*|crap\w*|bullshit|screw you\w*|go screw|wtf|what the hell|pathetic|disgust\w*|disgrace\w*|outrageous|garbage|trash|lowlifes?|hate you|shame on|ashamed|shut up|damn|bastards?|steal\w*|stole|robb\w*|rip-?off)\b/u;

/** What is threatened with. */
const THREAT =
  /投诉|投素|举报|申诉|(?<![a-z\d])(?:12315|12345|12366|315)(?![a-z\d])|消协|消委会|消保|消费者协会|工商局?|市(?:场)?监(?:管|局)|食药监|差评|负评|一星|曝光|爆料|挂网上|上热搜|上新闻|起诉|告(?:你|死|恁|侬|定|到|喽)|律师|法院|法庭|打官司|吃官司|法律(?:途径|程序|手段)|报警|警察|公安|派出所|退一赔三|假一赔三|三倍赔偿|媒体|记者|电视台|新闻台|黑猫|平台介入|小二介入|维权|存证信函|\b(?:lawyer|attorney|sue you|court|police|chargeback|charge ?back|reverses? the charge|consumer protection|trading standards|report(?:ed|ing)? you|trustpilot|bbb|one star|1 star|bad review|negative review)\b/u;

/** Said by who has lost patience for good. */
const FURY =
  /气死|气炸|气疯|气得|气到|火大|发火|火了|怒|忍(?:不了|无可忍|你们?很?久)|受够|惹毛|逼(?:疯|我)|跟你们?没完|给我等着|等着(?:瞧|吧|收|上|被)|走着瞧|后果自负|立刻|马上|赔(?:钱|我|偿)|还(?:我)?钱|退钱|把钱(?:还|退|吐)|凭什么|说法|交代|限你|最后(?:说一遍|一次|通牒)|欺人|太过分|\b(?:furious|enough|right now|at once|immediately|how dare|sick of|give me my money|want my money|blood is boiling|outrageous)\b|\bnow[.!]/u;

/** Said by who is losing it. */
const WEARY =
  /无语|无言|服了|服气|呵呵|心累|好累|失望|寒心|离谱|傻眼|扯欸|太扯|瞎|烦|敷衍|糊弄|差劲|太差|不靠谱|不负责|不满|不爽|不高兴|生气|来气|无奈|膈应|踩雷|后悔|崩溃|裂开|醉了|逗我|搞笑|开玩笑|什么鬼|就这|真行|可真行|厉害了|牛啊|你们牛|有意思|好家伙|好好好|行行行|说了(?:多少|几|三|八)|问了(?:[两三四五六七八几]|半|好)|催了|多少遍|(?:几|三|四|五|六|七|八|两|十|多少)(?:次|遍|趟)了|第[二三四五六七八]次|又(?:是|来|双|延|推|改|踢|不|没|缺|开始|坏|少|错)|到底|怎么(?:还|又|没人|老|每次|总)|一直(?:不|没|叫|跳)|没人(?:理|管|回|接)|不回(?:复|我|话)?|已读不回|人呢|说好|不是说|答应(?:的|得|好)|承诺|白(?:等|跑|搭|折腾)|耽误|浪费|折腾|套路|推(?:来|给|回)|踢皮球|自动回复|复制粘贴|复读机|罐头|答非所问|都(?:[两三四五六七八九十几半]+)[^,。.!?]{0,2}(?:天|周|星期|月|个月|礼拜|小时)|等了|等得|天天|磨叽|磨蹭|慢(?:死|吞|了|得|到)|\b(?:disappoint\w*|annoy\w*|frustrat\w*|ridiculous|fed up|tired of|waste of|useless|still (?:no|not|nothing|waiting)|again\?|seriously|nobody|no one|forever|unacceptable|not happy|never (?:again|ordering|buying)|a joke|thanks for nothing|well done|great,|excuses?|unimpressed|not impressed|expected better|third time|twice already|times already)\b/u;

/** Of joy and jokes: strong words beside them are no anger. */
const JOY =
  /哈哈|嘻嘻|嘿嘿|好看|好吃|好喝|好用|好穿|可爱|漂亮|喜欢|爱了|爱死|真香|太香|赞|好评|五星|回购|满意(?!度)|不错|惊喜|开心|期待|划算|超值|收到了!|太快了|谢谢(?!你啊|你们了)|感谢|辛苦|感恩|巴适|杠杠|么么|\b(?:love|lovely|lol|haha\w*|thanks?(?! for nothing)|thank you|awesome|amazing|cute|great price|perfect|happy)\b/u;

/** Of asking, worrying, regretting one's own mistake. */
const MILD =
  /请问|麻烦(?:你|您|帮|改|补|看)|想(?:问|咨询|请教)|不好意思|抱歉打扰|打扰|会不会|能不能帮|可以[^,。.!?]{0,8}吗|可不可以|有没有|怎么(?:用|选|洗|装|退|换|申请|操作)|怕|担心|是不是|多久|什么时候|几天能|不急|慢慢来|没关系|没事|理解|我自己|我记错|点错|拍错|填错|\b(?:please|could you|can i|may i|sorry|do you|does it|is it|is there|are there|no rush|how (?:do|long|much|many)|what size|when will)\b/u;

const KINDS: readonly WordKind[] = [
  { mark: "①", pattern: INSULT },
  { mark: "②", pattern: THREAT },
  { mark: "③", pattern: FURY },
  { mark: "④", pattern: WEARY },
  { mark: "⑤", pattern: JOY },
  { mark: "⑥", pattern: MILD },
];

const PRAISE_OR_DENIAL = new RegExp(`${DENIED.source}|${PRAISED.source}`, "gu");
const LOOK_ALIKES = new RegExp(`${PRAISE_OR_DENIAL.source}|${OF_SOMETHING_ELSE.source}`, "gu");

/** A normalised text without strong words that praise, or that say what is not. */
export function withoutPraiseOrDenial(whole: string): string {
  return whole.replace(PRAISE_OR_DENIAL, "·");
}

/** A normalised text without any words that only look heated. */
export function withoutLookAlikes(whole: string): string {
  return whole.replace(LOOK_ALIKES, "·");
}

/** What a text threatens with; undefined when it threatens with nothing. Expects normalised text. */
export function threatIn(whole: string): string | undefined {
  return THREAT.exec(withoutLookAlikes(whole))?.[0];
}

/** The marks of the kinds of words in a text that has no look-alikes any more. Digits in circles: normalising leaves none in a text. */
export function markWords(text: string): readonly string[] {
  return KINDS.flatMap(({ mark, pattern }) => (pattern.test(text) ? [mark] : []));
}
