import type { Actor } from "../audit/rules/entry.ts";
import type { Accounts } from "../accounts/accounts.ts";

interface Reset {
  readonly accounts: Pick<Accounts, "resetPassword" | "dropSecondStep">;
  readonly email: string;
  /** Who gives the command. */
  readonly actor?: Actor | undefined;
  /** They lost the phone whose codes they are asked for. */
  readonly dropsSecondStep?: boolean | undefined;
  readonly write: (line: string) => void;
}

/** `counterbell password <email>`: makes a new random password, ends the person's sessions and any lock-out. Returns the exit code. */
export async function resetPassword({ accounts, email, actor, dropsSecondStep, write }: Reset): Promise<number> {
  const reset = await accounts.resetPassword({ email }, actor);
  if (reset === undefined) {
    write(`Nobody signs in with ${email}. An admin makes people in the console, under People.`);
    return 1;
  }
  write(`New password of ${reset.user.name} <${reset.user.email}>, shown only this once: ${reset.password}`);
  write("All sessions of this person were ended.");
  if (dropsSecondStep === true && actor !== undefined)
    write(
      (await accounts.dropSecondStep(reset.user.id, actor))
        ? "The second step was switched off."
        : "There was no second step to switch off.",
    );
  return 0;
}
