import { App, Button } from "antd";
import { useState } from "react";
import type { RestoreRequest, SettingPage, SettingSaved } from "../../../src/settings/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import type { SettingsTopic } from "../shared/route.ts";
import { useApi, useSession } from "../shared/session.tsx";
import { momentText, zoneText } from "../shared/time.ts";
import { named } from "../shared/words.ts";
import type { AllKeys } from "./keys.ts";
import { useSaid } from "./said.ts";
import { differing, type Value } from "./specs.ts";
import { settingsWords } from "./words.ts";

interface Props {
  readonly topic: SettingsTopic;
  readonly path: string;
  readonly page: SettingPage<Value>;
  readonly keys: AllKeys;
  readonly onChanged: () => void;
}

/** Who changed it and when; the newest can be undone, an older one taken again. */
export function History(props: Props) {
  const words = useWords(settingsWords);
  const { language } = useLanguage();
  const timezone = useZone();
  return (
    <section className="panel stack" aria-label={words.history}>
      <h2>{words.history}</h2>
      {props.page.history.length === 0 ? (
        <p className="muted">{words.historyNone}</p>
      ) : (
        <>
          <p className="muted">{words.historyLead(zoneText(timezone, language))}</p>
          <Changes {...props} timezone={timezone} />
        </>
      )}
    </section>
  );
}

function useZone(): string {
  const { me } = useSession();
  return me.stores[0]?.timezone ?? "Asia/Shanghai";
}

function Changes({ topic, path, page, keys, onChanged, timezone }: Props & { readonly timezone: string }) {
  const words = useWords(settingsWords);
  const { language } = useLanguage();
  const said = useSaid(topic, keys);
  const { busy, restore } = useRestore({ path, version: page.version, onChanged });
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={words.what}>
      <table className="settings-history">
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
                <td className="number">{momentText({ at, timezone, language })}</td>
                <td>
                  <ul>
                    {differing(before, after).map((name) => (
                      <li key={name}>
                        <span className="muted">{named(fieldNames(words.fields), name)}</span>{" "}
                        <del className="gone">{said(name, before[name])}</del>{" "}
                        <ins className="fresh">{said(name, after[name])}</ins>
                      </li>
                    ))}
                  </ul>
                  <span className="muted">{words.changes[change]}</span>
                </td>
                <td className="settings-who">{by}</td>
                <td>
                  {page.mayChange && (
                    <Button
                      size="small"
                      disabled={busy}
                      aria-label={isNewest ? words.undoOf(version) : words.restoreOf(version)}
                      onClick={() => restore(isNewest ? version - 1 : version)}
                    >
                      {isNewest ? words.undo : words.restore}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function fieldNames(fields: Readonly<Record<string, { readonly name: string }>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.name]));
}

function useRestore({ path, version, onChanged }: Pick<Props, "path" | "onChanged"> & { readonly version: number }) {
  const api = useApi();
  const words = useWords(settingsWords);
  const explain = useExplain();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);

  async function run(to: number): Promise<void> {
    setBusy(true);
    const request: RestoreRequest = { version, to };
    const answer = await api.send<SettingSaved>("POST", `${path}/restore`, request);
    setBusy(false);
    if (answer.type === "failure") message.error(words.notRestored(explain(answer.failure)));
    else message.success(words.restored);
    onChanged();
  }

  return { busy, restore: (to: number): void => void run(to) };
}
