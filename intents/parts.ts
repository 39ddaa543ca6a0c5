/** Longer texts are stories; what is asked in them is asked of the whole. */
const MAX_LENGTH = 200;
const MAX_PARTS = 3;
const MIN_CHINESE = 3;
const MIN_WORDS = 2;

const BETWEEN =
  /[?。;!,\n]+|(?=还有(?:就是|一个)?|另外|顺便问|对了|再问|以及|\b(?:and also|also|another question|plus)\b|\band (?=(?:how|what|when|where|who|which|can|could|do|does|is|are)\b))/u;
const CONNECTOR =
  /^(?:还有(?:就是|一个)?(?:问题)?(?:[,:])?|另外(?:再?问一?下)?|顺便问一?下|对了|再问一?[下个]|以及|and also|also|another question|plus|and)[\s,:]*/u;
const ASKS =
  /[怎啥哪谁吗么几]|多[少久大长重高]|能不能|可不可以|有没有|是不是|要不要|会不会|什么|如何|是否|为何|\b(?:how|what|when|where|why|who|which|can|could|do|does|is|are|will|would)\b/u;

/** The questions of a text that holds two or three, each with what was told before it; else none. Expects normalised text. */
export function partsOf(text: string): readonly string[] {
  if (text.length > MAX_LENGTH) return [];
  const parts: string[] = [];
  let told = "";
  for (const piece of text.split(BETWEEN)) {
    const own = piece.trim().replace(CONNECTOR, "").trim();
    if (own === "") continue;
    told = told === "" ? own : `${told},${own}`;
    if (!ASKS.test(own)) continue;
    parts.push(told);
    told = "";
  }
  // What is told after the last question belongs to it, and then nobody knows to what else: the whole is one.
  return told !== "" || parts.length < 2 || parts.length > MAX_PARTS || !parts.every(isFull) ? [] : parts;
}

function isFull(part: string): boolean {
  return /\p{Script=Han}/u.test(part) ? part.length >= MIN_CHINESE : part.split(" ").length >= MIN_WORDS;
}
