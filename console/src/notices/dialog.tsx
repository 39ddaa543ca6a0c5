import { App, Button, Modal, Switch } from "antd";
import { useId, useState } from "react";
import type { ReactNode } from "react";
import { useWords } from "../shared/language.tsx";
import type { QuietHours } from "../shared/notice-rules.ts";
import { keepQuietHours, keptQuietHours, switchNotices, wantsNotices } from "../shared/notices.ts";
import { ring } from "../shared/sound.ts";
import { sharedWords } from "../shared/words.ts";
import { noticeWords } from "./words.ts";
import "./notices.css";

interface Props {
  readonly sound: boolean;
  readonly onSound: () => void;
  readonly onClose: () => void;
}

const NIGHT: QuietHours = { from: "22:00", until: "08:00" };

/** What rings and pops up on this computer, and when nothing does. */
export function NoticesDialog({ sound, onSound, onClose }: Props) {
  const words = useWords(noticeWords);
  const shared = useWords(sharedWords);
  const { message } = App.useApp();
  const [notices, setNotices] = useState(wantsNotices);
  const [quiet, setQuiet] = useState(keptQuietHours);

  async function toggleNotices(): Promise<void> {
    const isOn = await switchNotices(!notices);
    if (!notices && !isOn) message.warning(shared.noticesBlocked);
    setNotices(isOn);
  }

  function change(hours: QuietHours | undefined): void {
    keepQuietHours(hours);
    setQuiet(hours);
  }

  return (
    <Modal open title={words.title} footer={null} width={420} onCancel={onClose} closable={{ "aria-label": shared.close }}>
      <Choice label={words.sound} hint={words.soundHint} isOn={sound} onChange={onSound}>
        <Button size="small" onClick={ring}>
          {words.hear}
        </Button>
      </Choice>
      <Choice label={words.notices} hint={words.noticesHint} isOn={notices} onChange={() => void toggleNotices()} />
      <Choice
        label={words.quiet}
        hint={words.quietHint}
        isOn={quiet !== undefined}
        onChange={() => change(quiet === undefined ? NIGHT : undefined)}
      >
        {quiet !== undefined && (
          <span className="quiet-hours">
            <Time label={words.from} value={quiet.from} onChange={(from) => change({ ...quiet, from })} />
            <Time label={words.until} value={quiet.until} onChange={(until) => change({ ...quiet, until })} />
          </span>
        )}
      </Choice>
      <p className="muted">{words.breaks}</p>
    </Modal>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly onChange: () => void;
  readonly children?: ReactNode;
}

function Choice({ label, hint, isOn, onChange, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className="notice-choice">
      <label htmlFor={id}>{label}</label>
      <Switch id={id} checked={isOn} onChange={onChange} aria-describedby={`${id}-hint`} />
      <p className="muted" id={`${id}-hint`}>
        {hint}
      </p>
      {children}
    </div>
  );
}

interface TimeProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Time({ label, value, onChange }: TimeProps) {
  return (
    <label>
      {label}{" "}
      <input type="time" required value={value} onChange={({ target }) => target.value !== "" && onChange(target.value)} />
    </label>
  );
}
