import type { PageLanguage, WidgetMessage, WidgetState } from "../../api.ts";
import type { RefusalCode } from "../rules/answers.ts";
import { english } from "./en.ts";
import { simplified } from "./zh-cn.ts";
import { traditional } from "./zh-tw.ts";

/** Everything the widget says by itself. What the store says comes from the server. */
export interface Words {
  readonly bot: string;
  readonly botHere: string;
  readonly agentRole: string;
  readonly agentHere: (name: string) => string;
  readonly you: string;
  readonly human: string;
  readonly humanAsked: string;
  readonly rate: string;
  readonly close: string;
  readonly panelLabel: (store: string) => string;
  readonly logLabel: string;
  readonly inputLabel: string;
  readonly placeholder: string;
  readonly placeholderAway: string;
  readonly send: string;
  readonly attach: string;
  readonly hint: string;
  readonly tooLongBy: (count: number) => string;
  readonly botTyping: string;
  readonly agentTyping: (name: string) => string;
  readonly progress: Readonly<Record<"waiting" | "stored" | "returned" | "refused", string>>;
  readonly retry: string;
  readonly discard: string;
  readonly phases: Readonly<Record<NonNullable<WidgetMessage["source"]>["phase"], string>>;
  readonly source: (phase: string, title: string) => string;
  readonly choicesLabel: string;
  readonly queued: string;
  readonly next: string;
  readonly ahead: (count: number) => string;
  readonly wait: (band: NonNullable<WidgetState["waitMinutes"]>) => string;
  readonly offered: string;
  readonly away: (when: string) => string;
  readonly awayNoTime: string;
  readonly closed: string;
  readonly offline: string;
  readonly connecting: string;
  readonly sessionRenewed: string;
  readonly newMessages: string;
  readonly tooFast: (seconds: number) => string;
  readonly refusals: Readonly<Record<RefusalCode, string>>;
  readonly maxSize: (size: string) => string;
  readonly uploading: (percent: number) => string;
  readonly cancel: string;
  readonly openPicture: (name: string) => string;
  readonly download: (name: string) => string;
  readonly pictureFailed: string;
  readonly rateTitle: string;
  readonly rateTitleNow: string;
  readonly stars: readonly string[];
  readonly commentLabel: string;
  readonly submit: string;
  readonly later: string;
  readonly thanks: string;
  readonly unavailable: string;
  readonly shop: string;
}

const LANGUAGES: Readonly<Record<PageLanguage, Words>> = { "zh-CN": simplified, "zh-TW": traditional, en: english };

export function wordsIn(language: PageLanguage): Words {
  return LANGUAGES[language];
}
