import type { ArticleRequest, ArticleRow, ProposedWords } from "../../../src/knowledge/api.ts";
import { instantOf, wallOf } from "../shared/time.ts";

/** An article as the form's fields hold it: texts only, times as the store's wall clock shows them. */
export interface ArticleForm {
  readonly id: string;
  readonly phase: ArticleRow["phase"];
  readonly question: string;
  /** One phrasing a line. */
  readonly alternatives: string;
  readonly answer: string;
  /** Absent: as suggested. */
  readonly topics?: readonly string[] | undefined;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly why: string;
}

export const NEW_ARTICLE: ArticleForm = {
  id: "",
  phase: "presale",
  question: "",
  alternatives: "",
  answer: "",
  validFrom: "",
  validUntil: "",
  why: "",
};

export type FormTrouble = "id-missing" | "question-missing" | "answer-missing" | "ends-before-start" | "no-time";

export function formOf(
  row: Pick<ArticleRow, "id"> & ProposedWords & Partial<Pick<ArticleRow, "topics">>,
  timezone: string,
): ArticleForm {
  return {
    id: row.id,
    phase: row.phase,
    question: row.question,
    alternatives: row.alternatives.join("\n"),
    answer: row.answer,
    topics: row.topics,
    validFrom: row.validFrom === undefined ? "" : wallOf(row.validFrom, timezone),
    validUntil: row.validUntil === undefined ? "" : wallOf(row.validUntil, timezone),
    why: "",
  };
}

/** What to send, or what is wrong with the fields. */
export function requestOf(
  form: ArticleForm,
  timezone: string,
): { readonly request: Omit<ArticleRequest, "version"> } | { readonly troubles: readonly FormTrouble[] } {
  const validFrom = form.validFrom === "" ? undefined : instantOf(form.validFrom, timezone);
  const validUntil = form.validUntil === "" ? undefined : instantOf(form.validUntil, timezone);
  const troubles = troublesOf(form, validFrom, validUntil);
  if (troubles.length > 0) return { troubles };
  const why = form.why.trim();
  return {
    request: {
      phase: form.phase,
      question: form.question.trim(),
      alternatives: linesOf(form.alternatives),
      answer: form.answer.trim(),
      ...(form.topics === undefined ? {} : { topics: form.topics }),
      ...(validFrom === undefined ? {} : { validFrom }),
      ...(validUntil === undefined ? {} : { validUntil }),
      ...(why === "" ? {} : { why }),
    },
  };
}

function troublesOf(form: ArticleForm, validFrom: string | undefined, validUntil: string | undefined): readonly FormTrouble[] {
  const troubles: FormTrouble[] = [];
  if (form.id.trim() === "") troubles.push("id-missing");
  if (form.question.trim() === "") troubles.push("question-missing");
  if (form.answer.trim() === "") troubles.push("answer-missing");
  const isBad = (wall: string, instant: string | undefined) => wall !== "" && instant === undefined;
  if (isBad(form.validFrom, validFrom) || isBad(form.validUntil, validUntil)) troubles.push("no-time");
  if (validFrom !== undefined && validUntil !== undefined && validUntil <= validFrom) troubles.push("ends-before-start");
  return troubles;
}

/** The lines that say something, each once: the same phrasing twice says nothing more. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}
