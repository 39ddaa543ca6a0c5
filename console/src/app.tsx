import { App as AntApp, ConfigProvider } from "antd";
import enUS from "antd/es/locale/en_US";
import zhCN from "antd/es/locale/zh_CN";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Me } from "../../src/desk/api.ts";
import { INVITE_PATH, InvitePage } from "./invite/page.tsx";
import { SignIn } from "./signin/page.tsx";
import { createApi } from "./shared/api.ts";
import type { Answer, Api, Failure } from "./shared/api.ts";
import { addressTo } from "./shared/calls.ts";
import { FailureNote } from "./shared/failure.tsx";
import { useLanguage, useWords } from "./shared/language.tsx";
import { ApiContext, useApi } from "./shared/session.tsx";
import { calmTheme, theme } from "./shared/theme.ts";
import { sharedWords } from "./shared/words.ts";
import { Shell } from "./shell.tsx";

/** The console: who is signed in sees the shell, others the sign-in; both in the chosen language. */
export function App() {
  const { language } = useLanguage();
  const [ended, setEnded] = useState(0);
  const api = useMemo(() => createApi(() => setEnded((count) => count + 1)), []);
  const isCalm = useCalm();
  return (
    <ConfigProvider
      locale={language === "en" ? enUS : zhCN}
      theme={isCalm ? calmTheme : theme}
      button={{ autoInsertSpace: false, loadingIcon: BUSY }}
    >
      <AntApp component={false}>
        <ApiContext.Provider value={api}>
          {location.pathname === INVITE_PATH ? <InvitePage /> : <Gate ended={ended} />}
        </ApiContext.Provider>
      </AntApp>
    </ConfigProvider>
  );
}

// The library's own is an image called “loading”, in the name of every button that is busy, and sometimes of one that no longer is.
const BUSY = <span className="busy-mark" aria-hidden="true" />;

const CALM = matchMedia("(prefers-reduced-motion: reduce)");

/** Whether this person asks for nothing to move; also when they change their mind meanwhile. */
function useCalm(): boolean {
  return useSyncExternalStore(
    (changed) => {
      CALM.addEventListener("change", changed);
      return () => CALM.removeEventListener("change", changed);
    },
    () => CALM.matches,
  );
}

type Standing =
  | { readonly type: "asking" }
  | { readonly type: "failed"; readonly failure: Failure }
  | { readonly type: "signed-out"; readonly expired: boolean }
  | { readonly type: "signed-in"; readonly me: Me };

/** `ended` rises each time the server says that it does not know us any more. */
function Gate({ ended }: { readonly ended: number }) {
  const api = useApi();
  const words = useWords(sharedWords);
  const [standing, setStanding] = useState<Standing>({ type: "asking" });
  const [endedBefore, setEndedBefore] = useState(ended);

  // The session ended under a signed-in person: the address and their drafts stay, only the sign-in comes between.
  if (ended !== endedBefore) {
    setEndedBefore(ended);
    setStanding({ type: "signed-out", expired: wasIn(standing) });
  }

  const take = useCallback((answer: Answer<Me | undefined>) => {
    if (answer.type === "answer")
      setStanding((before) =>
        answer.value === undefined ? { type: "signed-out", expired: wasIn(before) } : signedIn(before, answer.value),
      );
    else if (answer.failure.type !== "signed-out") {
      const { failure } = answer;
      setStanding((before) => (before.type === "signed-in" ? before : { type: "failed", failure }));
    }
  }, []);
  const ask = useCallback(() => void whoAmI(api).then(take), [api, take]);
  useEffect(ask, [ask]);

  switch (standing.type) {
    case "asking":
      return <p className="page-wait">{words.loading}</p>;
    case "failed":
      return (
        <main className="page-wait">
          <FailureNote failure={standing.failure} onRetry={ask} />
        </main>
      );
    case "signed-out":
      return <SignIn expired={standing.expired} onSignedIn={ask} />;
    case "signed-in":
      return (
        <Shell
          key={standing.me.user.id}
          me={standing.me}
          reloadMe={ask}
          onMe={(me) => setStanding({ type: "signed-in", me })}
          onSignedOut={() => setStanding({ type: "signed-out", expired: false })}
        />
      );
  }
}

// Asked again and again while the page is open: what did not change must not draw everything anew.
function signedIn(before: Standing, me: Me): Standing {
  const isSame = before.type === "signed-in" && JSON.stringify(before.me) === JSON.stringify(me);
  return isSame ? before : { type: "signed-in", me };
}

// Several requests may be refused at the same moment: the second must not take back what the first told.
function wasIn(standing: Standing): boolean {
  return standing.type === "signed-in" || (standing.type === "signed-out" && standing.expired);
}

// Asked first whether anybody is signed in: a refused question would stand in the browser's console as an error.
async function whoAmI(api: Api): Promise<Answer<Me | undefined>> {
  const session = await api.get(addressTo("/api/auth/session"));
  if (session.type === "failure") return session;
  return session.value.user === null ? { type: "answer", value: undefined } : api.get(addressTo("/api/console/me"));
}
