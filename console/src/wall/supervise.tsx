import { Button, Dropdown } from "antd";
import { useState } from "react";
import type { ConversationRow } from "../../../src/desk/api.ts";
import { useWords } from "../shared/language.tsx";
import { useSession } from "../shared/session.tsx";
import { ReassignDialog } from "./reassign.tsx";
import { superviseWords } from "./supervise-words.ts";
import { WhisperDialog } from "./whisper.tsx";

type Act = "whisper" | "take-over" | "give";

/** What a supervisor does over the heads of agents; nothing for others, and nothing once it is over. */
export function Supervise({ conversation }: { readonly conversation: ConversationRow }) {
  const words = useWords(superviseWords);
  const { me } = useSession();
  const [act, setAct] = useState<Act>();
  const isResponsible = me.user.role === "supervisor" || me.user.role === "admin";
  const { status, agent } = conversation;
  if (!isResponsible || status === "closed") return undefined;
  const isWithPeople = status !== "bot";
  const isMine = status === "assigned" && agent !== undefined && agent.id === me.agent?.id;
  const items = [
    { key: "whisper", label: words.whisper, onClick: () => setAct("whisper") },
    ...(isWithPeople && me.agent !== undefined && !isMine
      ? [{ key: "take-over", label: words.takeOver, onClick: () => setAct("take-over") }]
      : []),
    ...(isWithPeople ? [{ key: "give", label: words.give, onClick: () => setAct("give") }] : []),
  ];
  const close = (): void => setAct(undefined);
  return (
    <>
      <Dropdown trigger={["click"]} menu={{ items }}>
        <Button>{words.menu}</Button>
      </Dropdown>
      {act === "whisper" && <WhisperDialog conversation={conversation} onClose={close} />}
      {(act === "give" || act === "take-over") && (
        <ReassignDialog conversation={conversation} isOwn={act === "take-over"} onClose={close} />
      )}
    </>
  );
}
