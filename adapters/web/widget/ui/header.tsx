import type { JSX } from "preact";
import type { Model } from "../link/desk.ts";
import type { Words } from "../texts/words.ts";
import { Icon } from "./icons.tsx";

interface Props {
  readonly model: Model;
  readonly words: Words;
  readonly onHuman: () => void;
  readonly onRate: () => void;
  readonly onClose: () => void;
}

/** Whose shop this is, who is talking, and the way to a person: always in sight. */
export function Header({ model, words, onHuman, onRate, onClose }: Props): JSX.Element {
  const { talk, session, isHumanAsked } = model;
  const status = talk.state?.status ?? "none";
  const isWithPeople = status === "queued" || status === "offered" || status === "assigned" || isHumanAsked;
  const agent = status === "assigned" ? talk.state?.agentName : undefined;
  const name = session?.store.name ?? words.shop;
  return (
    <div class="header">
      <span class="store-mark" aria-hidden="true">
        {[...name.trim()][0] ?? ""}
      </span>
      <div class="titles">
        <h2 dir="auto">{name}</h2>
        <p class={agent === undefined ? "presence" : "presence with-agent"}>
          <span class="dot" aria-hidden="true" />
          <bdi>{presence(status, agent, words)}</bdi>
        </p>
      </div>
      <button
        type="button"
        class={isWithPeople ? "human is-done" : "human"}
        aria-pressed={isWithPeople}
        disabled={isWithPeople}
        onClick={onHuman}
      >
        <Icon name="person" />
        {isWithPeople && <Icon name="tick" />}
        <span class={isWithPeople ? "unseen" : undefined}>{words.human}</span>
      </button>
      {talk.messages.length > 0 && (
        <button type="button" class="plain" aria-label={words.rate} title={words.rate} onClick={onRate}>
          <Icon name="star" />
        </button>
      )}
      <button type="button" class="plain close" aria-label={words.close} title={words.close} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}

function presence(status: string, agent: string | undefined, words: Words): string {
  if (status === "assigned") return words.agentHere(agent ?? words.agentRole);
  if (status === "queued" || status === "offered") return words.humanAsked;
  return words.botHere;
}
