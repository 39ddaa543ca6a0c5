import { App as AntApp, ConfigProvider } from "antd";
import enUS from "antd/es/locale/en_US";
import zhCN from "antd/es/locale/zh_CN";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Me } from "../../src/desk/api.ts";
import { SignIn } from "./signin/page.tsx";
import { createApi } from "./shared/api.ts";
import type { Answer, Failure } from "./shared/api.ts";
import { FailureNote } from "./shared/failure.tsx";
import { useLanguage, useWords } from "./shared/language.tsx";
import { ApiContext, useApi } from "./shared/session.tsx";
import { theme } from "./shared/theme.ts";
import { sharedWords } from "./shared/words.ts";
import { Shell } from "./shell.tsx";

/** The console: who is signed in sees the shell, others the sign-in; both in the chosen language. */
export function App() {
  const { language } = useLanguage();
  const [ended, setEnded] = useState(0);
  const api = useMemo(() => createApi(() => setEnded((count) => count + 1)), []);
  return (
    <ConfigProvider locale={language === "en" ? enUS : zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <AntApp component={false}>
        <ApiContext.Provider value={api}>
          <Gate ended={ended} />
        </ApiContext.Provider>
      </AntApp>
    </ConfigProvider>
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
    setStanding({ type: "signed-out", expired: standing.type === "signed-in" });
  }

  const take = useCallback((answer: Answer<Me>) => {
    if (answer.type === "answer") setStanding({ type: "signed-in", me: answer.value });
    else if (answer.failure.type !== "signed-out") {
      const { failure } = answer;
      setStanding((before) => (before.type === "signed-in" ? before : { type: "failed", failure }));
    }
  }, []);
  const ask = useCallback(() => void api.get<Me>("/api/console/me").then(take), [api, take]);
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
