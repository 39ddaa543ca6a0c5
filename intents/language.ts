export type WrittenLanguage = "zh" | "en" | "other";

const FOREIGN_WORDS = new Set(
  "el los las una que por para con donde dónde cuando cuándo pedido quiero puedo hola gracias est le les une je vous nous pour avec où quand commande bonjour merci der die das und ist nicht ich wo wann mein bestellung hallo danke il mio ordine dove quando ciao grazie não você obrigado onde meu minha bạn không cảm ơn saya anda tidak apa terima kasih berapa".split(
    " ",
  ),
);

const ENGLISH_WORDS = new Set(
  "the a an is are was it i my me you your can do does did how what when where why which who will would could should have has to of for in on at with and or not no yes if this that there any get from much many long order ship shipping size refund return price buy pay item delivery please help hi hello thanks ok".split(
    " ",
  ),
);

/** The language a normalised text is written in. Digits and signs alone count as zh: they say nothing. */
export function detectLanguage(text: string): WrittenLanguage {
  const counts = countScripts(text);
  if (counts.kana + counts.hangul > counts.han / 4 || counts.foreign > counts.han + counts.latin) return "other";
  const words = text.match(/[\p{Script=Latin}']+/gu) ?? [];
  if (counts.han > 0) return counts.han * 2 >= words.length ? "zh" : "en";
  if (counts.latin === 0) return "zh";
  return isForeignLatin(words) ? "other" : "en";
}

interface Scripts {
  readonly han: number;
  readonly latin: number;
  readonly kana: number;
  readonly hangul: number;
  readonly foreign: number;
}

function countScripts(text: string): Scripts {
  const count = (pattern: RegExp): number => (text.match(pattern) ?? []).length;
  return {
    han: count(/\p{Script=Han}/gu),
    latin: count(/\p{Script=Latin}/gu),
    kana: count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu),
    hangul: count(/\p{Script=Hangul}/gu),
    foreign: count(/[^\p{Script=Han}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/gu),
  };
}

function isForeignLatin(words: readonly string[]): boolean {
  const foreign = words.filter((word) => FOREIGN_WORDS.has(word) || /[^a-z']/u.test(word)).length;
  const english = words.filter((word) => ENGLISH_WORDS.has(word)).length;
  return foreign > english;
}
