import type { JSX } from "preact";
import type { PageLanguage, WidgetState } from "../../api.ts";
import type { Model } from "../link/desk.ts";
import { promiseText } from "../rules/moments.ts";
import type { Words } from "../texts/words.ts";
import { useCountdown, useLasting } from "./hooks.ts";
import { Icon, type IconName } from "./icons.tsx";

interface Props {
  readonly model: Model;
  readonly words: Words;
  readonly language: PageLanguage;
}

/** How long a lost connection is not worth a word. */
const HICCUP_MS = 2_500;

/** One band under the header: the network first, then where the visitor stands in the queue. */
export function Notices({ model, words, language }: Props): JSX.Element {
  const seconds = useCountdown(model.heldUntil);
  const isLost = useLasting(model.link === "connecting" || (model.link === "starting" && model.session === undefined), HICCUP_MS);
  const bands: Band[] = [];
  if (!model.isOnline) bands.push({ tone: "warn", icon: "alert", text: words.offline });
  else if (model.notice !== undefined) bands.push(noticeBand(model.notice, words));
  else if (isLost)
    bands.push({ tone: "warn", icon: "clock", text: model.session === undefined ? words.unavailable : words.connecting });
  if (seconds > 0) bands.push({ tone: "warn", icon: "clock", text: words.tooFast(seconds) });
  const queue = queueBand(model.talk.state, words, language);
  if (queue !== undefined) bands.push(queue);
  return (
    <div class="bands" role="status">
      {bands.map((band) => (
        <p key={band.text} class={`band ${band.tone}`}>
          <Icon name={band.icon} />
          <span>
            {band.text}
            {band.more !== undefined && <small>{band.more}</small>}
          </span>
        </p>
      ))}
    </div>
  );
}

interface Band {
  readonly tone: "warn" | "calm";
  readonly icon: IconName;
  readonly text: string;
  readonly more?: string | undefined;
}

function noticeBand(notice: NonNullable<Model["notice"]>, words: Words): Band {
  if (notice === "renewed") return { tone: "calm", icon: "alert", text: words.sessionRenewed };
  return { tone: "warn", icon: "alert", text: words.refusals[notice] };
}

function queueBand(state: WidgetState | undefined, words: Words, language: PageLanguage): Band | undefined {
  if (state === undefined) return undefined;
  const isWaiting = state.status === "queued" || state.status === "offered";
  if (isWaiting && state.promisedAt !== undefined) {
    const when = promiseText(state.promisedAt, state.timezone, language);
    return { tone: "calm", icon: "moon", text: when === "" ? words.awayNoTime : words.away(when) };
  }
  if (state.status === "offered") return { tone: "calm", icon: "person", text: words.offered };
  if (state.status !== "queued") return undefined;
  const { position, waitMinutes } = state;
  const place = position === undefined ? [] : [position <= 1 ? words.next : words.ahead(position - 1)];
  const wait = waitMinutes === undefined ? [] : [words.wait(waitMinutes)];
  const more = [...place, ...wait].join(language === "en" ? ", " : "，");
  return { tone: "calm", icon: "clock", text: words.queued, more: more === "" ? undefined : more };
}
