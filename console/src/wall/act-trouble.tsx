import { Alert } from "antd";
import { useExplain } from "../shared/failure.tsx";
import { useSay, useWords } from "../shared/language.tsx";
import { superviseWords } from "./supervise-words.ts";
import type { Trouble } from "./use-act.ts";

/** Why an act was not done, and whether it may be tried again. */
export function ActTrouble({ trouble }: { readonly trouble: Trouble | undefined }) {
  const words = useWords(superviseWords);
  const say = useSay();
  const explain = useExplain();
  return (
    <div role="alert">
      {trouble?.type === "refused" && (
        <Alert type="warning" showIcon title={words.refused} description={trouble.reason && say(trouble.reason)} />
      )}
      {trouble?.type === "failed" && <Alert type="error" showIcon title={words.failed} description={explain(trouble.failure)} />}
    </div>
  );
}
