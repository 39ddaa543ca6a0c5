import { App, Button } from "antd";
import { useState } from "react";
import type { SettingPage } from "../../../src/settings/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import type { SettingsTopic } from "../shared/route.ts";
import { useApi, useSession } from "../shared/session.tsx";
import { momentText, zoneText } from "../shared/time.ts";
import { named } from "../shared/words.ts";
import type { SettingCalls } from "./calls.ts";
import type { AllKeys } from "./keys.ts";
import { useSaid } from "./said.ts";
import { asRecord, differing } from "./specs.ts";
import { settingsWords } from "./words.ts";

interface Props<Setting> {
  readonly topic: SettingsTopic;
  readonly calls: SettingCalls<Setting>;
  readonly page: SettingPage<Setting>;
  readonly keys: AllKeys;
  readonly onChanged: () => void;
}

/** Who changed it and when; the newest can be undone, an older one taken again. */
export function History<Setting extends object>(props: Props<Setting>) {
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

function Changes<Setting extends object>(props: Props<Setting> & { readonly timezone: string }) {
  const { topic, calls, page, keys, onChanged, timezone } = props;
  const words = useWords(settingsWords);
  const { language } = useLanguage();
  const said = useSaid(topic, keys);
  const { busy, restore } = useRestore({ calls, version: page.version, onChanged });
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
                        <del className="gone">{said(name, asRecord(before)[name])}</del>{" "}
                        <ins className="fresh">{said(name, asRecord(after)[name])}</ins>
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

type Restoring<Setting> = Pick<Props<Setting>, "calls" | "onChanged"> & { readonly version: number };

function useRestore<Setting>({ calls, version, onChanged }: Restoring<Setting>) {
  const api = useApi();
  const words = useWords(settingsWords);
  const explain = useExplain();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);

  async function run(to: number): Promise<void> {
    setBusy(true);
    const answer = await calls.restore(api, { version, to });
    setBusy(false);
    if (answer.type === "failure") message.error(words.notRestored(explain(answer.failure)));
    else message.success(words.restored);
    onChanged();
  }

  return { busy, restore: (to: number): void => void run(to) };
}
