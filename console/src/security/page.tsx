import { useWords } from "../shared/language.tsx";
import { useSession } from "../shared/session.tsx";
import { Sessions } from "./sessions.tsx";
import { SecondStep } from "./step.tsx";
import { Tokens } from "./tokens.tsx";
import { securityWords } from "./words.ts";
import "./security.css";

/** One's own sign-in: where, with what, and the tokens of one's programs. */
export function SecurityPage() {
  const words = useWords(securityWords);
  const { me } = useSession();
  return (
    <div className="page">
      <div className="page-head">
        <h1>{words.title}</h1>
      </div>
      <div className="stack">
        <Sessions />
        <SecondStep />
        {me.user.role !== "agent" && <Tokens />}
      </div>
    </div>
  );
}
