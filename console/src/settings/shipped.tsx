import { addressTo } from "../shared/calls.ts";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { settingsWords } from "./words.ts";

/** The words that every store is shipped with. `store`: its id. */
export function Shipped({ store }: { readonly store: string }) {
  const words = useWords(settingsWords);
  const { value } = useLoaded(addressTo("/api/console/stores/{storeId}/guard", { ids: { storeId: store } }));
  if (value === undefined) return undefined;
  return (
    <details>
      <summary>{words.shippedCount(value.words.length)}</summary>
      <p className="muted">{value.words.join("、")}</p>
    </details>
  );
}
