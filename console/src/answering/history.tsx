import { App, Button } from "antd";
import { useState } from "react";
import type { AnsweringPage, AnsweringSetting } from "../../../src/answering/api.ts";
import type { StoreRow } from "../../../src/desk/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { momentText, zoneText } from "../shared/time.ts";
import { answeringWords } from "./words.ts";

interface Props {
  readonly page: AnsweringPage;
  readonly store: StoreRow;
  readonly onChanged: () => void;
}

/** Who changed it and when; the newest can be undone, an older one taken again. */
export function History({ page, store, onChanged }: Props) {
  const words = useWords(answeringWords);
  const { language } = useLanguage();
  return (
    <section className="panel stack" aria-label={words.history}>
      <h2>{words.history}</h2>
      {page.history.length === 0 ? (
        <p className="muted">{words.historyNone}</p>
      ) : (
        <>
          <p className="muted">{words.historyLead(zoneText(store.timezone, language))}</p>
          <Changes page={page} store={store} onChanged={onChanged} />
        </>
      )}
    </section>
  );
}

function Changes({ page, store, onChanged }: Props) {
  const words = useWords(answeringWords);
  const { language } = useLanguage();
  const { busy, restore } = useRestore({ store, version: page.version, onChanged });
  const said = ({ style, numbers }: AnsweringSetting): string =>
    words.settingOf(words.styles[style], Math.round(100 * numbers.answer));
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={words.what}>
      <table className="answering-table answering-history">
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.who}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {page.history.map(({ version, change, before, after, at, by }) => {
            const isNewest = version === page.version;
            return (
              <tr key={version}>
                <td className="number">{momentText({ at, timezone: store.timezone, language })}</td>
                <td>
                  {words.step(said(before), said(after))} <span className="muted">{words.changes[change]}</span>
                </td>
                <td className="answering-who">{by}</td>
                <td>
                  <Button
                    size="small"
                    disabled={busy}
                    aria-label={isNewest ? words.undoOf(version) : words.restoreOf(version)}
                    onClick={() => restore(isNewest ? version - 1 : version)}
                  >
                    {isNewest ? words.undo : words.restore}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function useRestore({ store, version, onChanged }: Pick<Props, "store" | "onChanged"> & { readonly version: number }) {
  const api = useApi();
  const words = useWords(answeringWords);
  const explain = useExplain();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);

  async function run(to: number): Promise<void> {
    setBusy(true);
    const given = { ids: { storeId: store.id }, body: { version, to } };
    const answer = await api.send("post /api/console/stores/{storeId}/answering/restore", given);
    setBusy(false);
    if (answer.type === "failure") message.error(words.notRestored(explain(answer.failure)));
    else message.success(words.restored);
    onChanged();
  }

  return { busy, restore: (to: number): void => void run(to) };
}
