import { Alert, Button } from "antd";
import type { ConversationRow } from "../../../src/desk/api.ts";
import { isUnclear } from "../shared/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useSay, useWords } from "../shared/language.tsx";
import { sharedWords } from "../shared/words.ts";
import type { useActs } from "./use-acts.ts";
import { deskWords } from "./words.ts";

interface Props {
  readonly acts: ReturnType<typeof useActs>;
  readonly conversation: ConversationRow;
}

/** Why the last act did not happen, as a sentence, and what to do. */
export function TroubleNote({ acts, conversation }: Props) {
  const words = useWords(deskWords);
  const shared = useWords(sharedWords);
  const say = useSay();
  const explain = useExplain();
  const { trouble } = acts;
  return (
    <div role="alert" className="trouble">
      {trouble !== undefined && (
        <Alert
          type={trouble.type === "refused" ? "warning" : "error"}
          showIcon
          closable={{ onClose: acts.forget, "aria-label": shared.close }}
          title={words.actFailed(words[trouble.wish.act])}
          description={
            trouble.type === "refused"
              ? trouble.reason && say(trouble.reason)
              : `${explain(trouble.failure)} ${words.tryAgainSafe}`
          }
          action={
            trouble.type === "failed" &&
            isUnclear(trouble.failure) && (
              <Button size="small" onClick={() => void acts.run(conversation, trouble.wish)}>
                {shared.retry}
              </Button>
            )
          }
        />
      )}
    </div>
  );
}
