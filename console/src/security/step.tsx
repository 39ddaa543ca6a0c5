import { Button, Skeleton } from "antd";
import { useState } from "react";
import { addressTo } from "../shared/calls.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { StepOff } from "./step-off.tsx";
import { StepOn } from "./step-on.tsx";
import { securityWords } from "./words.ts";

/** Whether a code of the phone is asked for at the sign-in; on and off. */
export function SecondStep() {
  const words = useWords(securityWords);
  const { value, failure, reload } = useLoaded(addressTo("/api/auth/second-step"));
  const [opened, setOpened] = useState<"on" | "off">();
  const close = (): void => {
    setOpened(undefined);
    reload();
  };
  return (
    <section className="panel stack" aria-labelledby="security-step">
      <div className="page-head security-head">
        <div>
          <h2 id="security-step">{words.step}</h2>
          <p className="muted">{words.stepLead}</p>
        </div>
        {value !== undefined && (
          <div className="page-tools">
            <span className={`tag ${value.isOn ? "" : "tag-warm"}`}>{value.isOn ? words.stepOn : words.stepOff}</span>
            <Button onClick={() => setOpened(value.isOn ? "off" : "on")}>{value.isOn ? words.turnOff : words.turnOn}</Button>
          </div>
        )}
      </div>
      {failure && <FailureNote failure={failure} title={words.stepFailed} onRetry={reload} />}
      {value === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 1 }} title={false} />}
      {opened === "on" && <StepOn onClose={close} />}
      {opened === "off" && <StepOff onClose={close} />}
    </section>
  );
}
