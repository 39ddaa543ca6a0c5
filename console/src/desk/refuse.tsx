import { Button, Dropdown } from "antd";
import type { ConversationRow } from "../../../src/desk/api.ts";
import { useWords } from "../shared/language.tsx";
import { useSession } from "../shared/session.tsx";
import { refuseWords } from "./refuse-words.ts";
import type { useActs } from "./use-acts.ts";

interface Props {
  readonly conversation: ConversationRow;
  readonly acts: ReturnType<typeof useActs>;
}

/** For who is offered it: not to take it, with why. It goes to the next at once. */
export function RefuseButton({ conversation, acts }: Props) {
  const words = useWords(refuseWords);
  const { me } = useSession();
  const isOffered = conversation.status === "offered" && me.agent !== undefined && conversation.agent?.id === me.agent.id;
  if (!isOffered) return undefined;
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: words.reasons.map((reason) => ({
          key: reason,
          label: reason,
          onClick: () => void acts.run(conversation, { act: "refuse", reason }),
        })),
      }}
    >
      <Button loading={acts.busy === "refuse"} aria-haspopup="menu">
        {words.refuse}
      </Button>
    </Dropdown>
  );
}
