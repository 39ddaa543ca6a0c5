import { Alert, App, Button, Drawer, Input, Radio, Select } from "antd";
import { useId, useRef, useState } from "react";
import type { FormEvent, ReactNode } from "react";
import type { StoreRow } from "../../../src/desk/api.ts";
import type { PlaceRow } from "../../../src/stores/api.ts";
import type { Failure } from "../shared/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useSay, useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { named, sharedWords } from "../shared/words.ts";
import { requestOf, typedRoom } from "./room-form.ts";
import type { RoomFilled } from "./room-form.ts";
import { placesWords } from "./words.ts";

interface Props {
  readonly store: StoreRow;
  readonly channels: readonly string[];
  readonly onBound: () => void;
  readonly onClose: () => void;
}

/** What is wrong, beside its field where there is one. */
interface Trouble {
  readonly field?: string | undefined;
  readonly text: string;
}

/** A sign of waiting that came and went at once would stay in the button's spoken name. */
const SHOWN_AFTER_MS = 400;

/** Binds a room to the store. */
export function RoomForm({ store, channels, onBound, onClose }: Props) {
  const api = useApi();
  const words = useWords(placesWords);
  const shared = useWords(sharedWords);
  const { message } = App.useApp();
  const troubleOf = useTrouble();
  const form = useRef<HTMLFormElement>(null);
  const [filled, setFilled] = useState<RoomFilled>({ channel: channels[0] ?? "", room: "", purpose: "shopper" });
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();

  function refuse(found: Trouble): void {
    setTrouble(found);
    form.current?.querySelector<HTMLElement>(found.field === "side" ? "[name=side]" : "[name=room]")?.focus();
  }

  async function bind(event: FormEvent): Promise<void> {
    event.preventDefault();
    const made = requestOf(filled, store.id);
    if ("trouble" in made)
      return refuse(
        made.trouble === "room-missing" ? { field: "room", text: words.roomMissing } : { field: "side", text: words.sideMissing },
      );
    setBusy(true);
    const answer = await api.send("post /api/console/places", { body: made.request });
    setBusy(false);
    if (answer.type === "failure") return refuse(troubleOf(answer.failure));
    message.success(words.bound);
    onBound();
  }

  const change = (part: Partial<RoomFilled>): void => setFilled((before) => ({ ...before, ...part }));
  const wrong = (field: string): string | undefined => (trouble?.field === field ? trouble.text : undefined);
  const isBesideField = trouble?.field === "room" || trouble?.field === "side";
  return (
    <Drawer open size={440} title={`${words.add} · ${store.name}`} onClose={onClose}>
      <form ref={form} className="stack" onSubmit={(event) => void bind(event)} noValidate>
        <div role="alert">
          {trouble !== undefined && !isBesideField && (
            <Alert type="error" showIcon title={words.notBound} description={trouble.text} />
          )}
        </div>
        <RoomFields filled={filled} channels={channels} wrong={wrong} onChange={change} />
        <PurposeFields filled={filled} wrong={wrong} onChange={change} />
        <div className="page-tools">
          <Button type="primary" htmlType="submit" loading={busy && { delay: SHOWN_AFTER_MS }}>
            {words.bind}
          </Button>
          <Button onClick={onClose}>{shared.cancel}</Button>
        </div>
      </form>
    </Drawer>
  );
}

/** A refusal in the reader's language, without the field's name: it stands beside the field. */
function useTrouble(): (failure: Failure) => Trouble {
  const explain = useExplain();
  const say = useSay();
  return (failure) => {
    const [fault] = failure.type === "problem" ? failure.faults : [];
    const field = failure.type === "problem" ? failure.problem.field : undefined;
    return { field, text: fault === undefined ? explain(failure) : say(fault) };
  };
}

interface FieldsProps {
  readonly filled: RoomFilled;
  readonly channels: readonly string[];
  readonly wrong: (field: string) => string | undefined;
  readonly onChange: (part: Partial<RoomFilled>) => void;
}

/** Which room it is. */
function RoomFields({ filled, channels, wrong, onChange }: FieldsProps) {
  const words = useWords(placesWords);
  const id = useId();
  const fault = wrong("room");
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}channel`}>{words.channel}</label>
        <Select
          id={`${id}channel`}
          value={filled.channel}
          options={channels.map((value) => ({ value, label: named(words.channels, value) }))}
          onChange={(channel: string) => onChange({ channel })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}room`}>{words.room}</label>
        <Input
          id={`${id}room`}
          name="room"
          value={filled.room}
          maxLength={300}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}hint ${id}wrong`}
          status={fault === undefined ? "" : "error"}
          onChange={(event) => onChange(typedRoom(event.target.value, channels))}
        />
        <span id={`${id}hint`} className="hint">
          {named(words.roomHints, filled.channel)}
        </span>
        <span id={`${id}wrong`} className="wrong" role="alert">
          {fault}
        </span>
      </div>
    </>
  );
}

const PURPOSES: readonly PlaceRow["purpose"][] = ["shopper", "desk", "coordination"];
const SIDES: readonly NonNullable<PlaceRow["side"]>[] = ["merchant", "vendor"];

/** What it is for, and where that has two sides, whose it is. */
function PurposeFields({ filled, wrong, onChange }: Omit<FieldsProps, "channels">) {
  const words = useWords(placesWords);
  const purposes = PURPOSES.map((value) => ({
    value,
    label: (
      <>
        {words.purposes[value]} <span className="muted">{words.purposeHints[value]}</span>
      </>
    ),
  }));
  return (
    <>
      <Group label={words.purpose}>
        {(labelledBy) => (
          <Radio.Group
            name="purpose"
            vertical
            aria-labelledby={labelledBy}
            value={filled.purpose}
            options={purposes}
            onChange={({ target }) => PURPOSES.filter((one) => one === target.value).forEach((purpose) => onChange({ purpose }))}
          />
        )}
      </Group>
      {filled.purpose === "coordination" && (
        <Group label={words.side} wrong={wrong("side")}>
          {(labelledBy) => (
            <Radio.Group
              name="side"
              aria-labelledby={labelledBy}
              value={filled.side ?? null}
              options={SIDES.map((value) => ({ value, label: words.sides[value] }))}
              onChange={({ target }) => SIDES.filter((one) => one === target.value).forEach((side) => onChange({ side }))}
            />
          )}
        </Group>
      )}
    </>
  );
}

interface GroupProps {
  readonly label: string;
  readonly wrong?: string | undefined;
  readonly children: (labelledBy: string) => ReactNode;
}

function Group({ label, wrong, children }: GroupProps) {
  const id = useId();
  return (
    <div className="field">
      <span className="label" id={id}>
        {label}
      </span>
      {children(id)}
      <span className="wrong" role="alert">
        {wrong}
      </span>
    </div>
  );
}
