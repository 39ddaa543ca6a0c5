import { Alert } from "antd";
import { FailureNote } from "../shared/failure.tsx";
import { useSay } from "../shared/language.tsx";
import type { Trouble } from "./use-decision.ts";

/** Why asking, answering or withdrawing did not work. */
export function TroubleNote({ trouble, title }: { readonly trouble: Trouble | undefined; readonly title: string }) {
  const say = useSay();
  if (trouble === undefined) return undefined;
  if ("failure" in trouble) return <FailureNote failure={trouble.failure} title={title} />;
  const { reason } = trouble;
  return <Alert type="warning" showIcon title={title} description={reason === undefined ? "" : say(reason)} />;
}
