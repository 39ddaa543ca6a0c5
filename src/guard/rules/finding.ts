/** What was found in words that are about to be sent to a shopper. */
export interface Finding {
  readonly kind: "other-store" | "other-article" | "other-product" | "forbidden" | "variable" | "compensation";
  /** As whoever wrote it knows it. */
  readonly words: string;
  /** `confirm`: sent once somebody says why; `block`: not at all. */
  readonly level: "confirm" | "block";
  /**
   * Of `compensation`, in fen: what is promised (absent: the words do not say how much), how much its writer may still promise here, and
   * what they promised before.
   */
  readonly sum?: { readonly fen?: number; readonly mayFen: number; readonly beforeFen: number };
  /** The name of the file in whose name it was found; absent: in the text. */
  readonly file?: string;
}

/** What becomes of words with these findings. */
export type Verdict =
  | { readonly type: "clear" }
  /** Somebody looked and said why. */
  | { readonly type: "confirmed"; readonly findings: readonly Finding[]; readonly reason: string }
  | { readonly type: "unconfirmed"; readonly findings: readonly Finding[] }
  | { readonly type: "blocked"; readonly findings: readonly Finding[] };

/** Whether words may go out: a reason lets go what only asks for one, never what is blocked. */
export function verdictOn(findings: readonly Finding[], confirmed: { readonly reason: string } | undefined): Verdict {
  const blocked = findings.filter(({ level }) => level === "block");
  if (blocked.length > 0) return { type: "blocked", findings: blocked };
  if (findings.length === 0) return { type: "clear" };
  return confirmed === undefined ? { type: "unconfirmed", findings } : { type: "confirmed", findings, reason: confirmed.reason };
}

/** The words found, for a sentence: “半坡茶铺、最佳”. */
export function wordsOf(findings: readonly Finding[]): string {
  return [...new Set(findings.map(({ words, file }) => (file === undefined ? words : `${words}（${file}）`)))].join("、");
}
