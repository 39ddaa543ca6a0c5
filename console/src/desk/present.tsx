import { useWords } from "../shared/language.tsx";
import { usePresence } from "./use-presence.ts";
import { deskWords } from "./words.ts";

interface Props {
  readonly conversation: string;
  /** What is being written here, to whomever. */
  readonly wrote: string;
}

/** Who else looks at this conversation, or writes in it. */
export function Present({ conversation, wrote }: Props) {
  const words = useWords(deskWords);
  const people = usePresence(conversation, wrote);
  return (
    <p className="present" role="status">
      {people.map(({ userId, name, doing }) => (
        <span key={userId} className={doing === "writing" ? "present-writing" : ""}>
          {doing === "writing" ? words.alsoWrites(name) : words.alsoLooks(name)}
        </span>
      ))}
    </p>
  );
}
