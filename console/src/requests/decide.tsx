import { Button, Input, InputNumber } from "antd";
import { useId, useState } from "react";
import type { RequestRow } from "../../../src/requests/api.ts";
import { useWords } from "../shared/language.tsx";
import { sharedWords } from "../shared/words.ts";
import { takesFocus } from "../shared/takes-focus.ts";
import { fenOf, yuanText } from "./money.ts";
import { TroubleNote } from "./trouble-note.tsx";
import { useDecision } from "./use-decision.ts";
import { requestWords } from "./words.ts";

interface Props {
  readonly request: RequestRow;
  readonly onChanged: () => void;
}

/** What may be done about a request: grant it (a smaller sum too), refuse it with a reason, or withdraw one's own. */
export function RequestActs({ request, onChanged }: Props) {
  const words = useWords(requestWords);
  const decision = useDecision(request.id, onChanged);
  return (
    <>
      <TroubleNote trouble={decision.trouble} title={words.notDecided} />
      {request.mayAnswer && <Decide request={request} {...decision} />}
      {request.mayWithdraw && (
        <span>
          <Button size="small" loading={decision.isBusy} onClick={decision.withdraw}>
            {words.withdraw}
          </Button>
        </span>
      )}
    </>
  );
}

type Deciding = Pick<ReturnType<typeof useDecision>, "decide" | "isBusy"> & Pick<Props, "request">;

function Decide({ request, decide, isBusy }: Deciding) {
  const words = useWords(requestWords);
  const [refuses, setRefuses] = useState(false);
  if (refuses) return <Refuse decide={decide} isBusy={isBusy} onCancel={() => setRefuses(false)} />;
  const refuse = <Button onClick={() => setRefuses(true)}>{words.refuse}</Button>;
  if (request.sumFen !== undefined)
    return (
      <GrantSum most={request.sumFen} isBusy={isBusy} onGrant={(sumFen) => decide({ answer: "grant", sumFen })}>
        {refuse}
      </GrantSum>
    );
  return (
    <div className="request-acts">
      <Button type="primary" loading={isBusy} onClick={() => decide({ answer: "grant" })}>
        {words.grant}
      </Button>
      {refuse}
    </div>
  );
}

interface GrantProps {
  readonly most: number;
  readonly isBusy: boolean;
  readonly onGrant: (sumFen: number) => void;
  readonly children: React.ReactNode;
}

function GrantSum({ most, isBusy, onGrant, children }: GrantProps) {
  const words = useWords(requestWords);
  const [yuan, setYuan] = useState<number | null>(most / 100);
  const ids = { sum: useId(), fault: useId() };
  const fen = fenOf(yuan);
  const granted = fen === undefined || fen > most ? undefined : fen;
  return (
    <>
      <div className="field request-sum">
        <label htmlFor={ids.sum}>{words.grantedSum}</label>
        <InputNumber<number>
          id={ids.sum}
          min={0}
          precision={2}
          prefix="¥"
          value={yuan}
          status={granted === undefined ? "error" : ""}
          aria-invalid={granted === undefined}
          aria-describedby={granted === undefined ? ids.fault : undefined}
          onChange={setYuan}
        />
        {granted === undefined && (
          <p className="wrong" id={ids.fault} role="alert">
            {words.tooMuch(yuanText(most))}
          </p>
        )}
      </div>
      <div className="request-acts">
        <Button type="primary" loading={isBusy} disabled={granted === undefined} onClick={() => granted && onGrant(granted)}>
          {words.grantSum(yuanText(granted ?? most))}
        </Button>
        {children}
      </div>
    </>
  );
}

function Refuse({ decide, isBusy, onCancel }: Omit<Deciding, "request"> & { readonly onCancel: () => void }) {
  const words = useWords(requestWords);
  const shared = useWords(sharedWords);
  const [why, setWhy] = useState("");
  const [isTried, setIsTried] = useState(false);
  const ids = { why: useId(), fault: useId() };
  const isMissing = isTried && why.trim() === "";
  const refuse = (): void => {
    setIsTried(true);
    if (why.trim() !== "") decide({ answer: "refuse", reason: why.trim() });
  };
  return (
    <>
      <div className="field">
        <label htmlFor={ids.why}>{words.refuseWhy}</label>
        <Input
          id={ids.why}
          ref={takesFocus}
          autoFocus
          maxLength={200}
          value={why}
          placeholder={words.refusePlaceholder}
          status={isMissing ? "error" : ""}
          aria-invalid={isMissing}
          aria-describedby={isMissing ? ids.fault : undefined}
          onChange={({ target }) => setWhy(target.value)}
          onPressEnter={refuse}
        />
        {isMissing && (
          <p className="wrong" id={ids.fault} role="alert">
            {words.refuseMissing}
          </p>
        )}
      </div>
      <div className="request-acts">
        <Button danger loading={isBusy} onClick={refuse}>
          {words.confirmRefuse}
        </Button>
        <Button onClick={onCancel}>{shared.cancel}</Button>
      </div>
    </>
  );
}
