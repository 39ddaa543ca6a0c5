import { createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { Sentence } from "../../../src/desk/api.ts";
import { browserKeeper } from "./browser-keeper.ts";
import type { ConsoleLanguage, Translated } from "./words.ts";

const KEPT_AS = "counterbell.language";

interface Spoken {
  readonly language: ConsoleLanguage;
  readonly choose: (language: ConsoleLanguage) => void;
}

const LanguageContext = createContext<Spoken>({ language: "zh-CN", choose: () => undefined });

/** Chinese unless the person chose English on this computer before. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<ConsoleLanguage>(() => (browserKeeper().read(KEPT_AS) === "en" ? "en" : "zh-CN"));
  const choose = useCallback((next: ConsoleLanguage) => {
    browserKeeper().write(KEPT_AS, next);
    setLanguage(next);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo(() => ({ language, choose }), [language, choose]);
  return <LanguageContext.Provider value={spoken}>{children}</LanguageContext.Provider>;
}

/** The chosen language, and how to choose another. */
export function useLanguage(): Spoken {
  return useContext(LanguageContext);
}

/** A feature's words in the chosen language. */
export function useWords<Words>(words: Translated<Words>): Words {
  return words[useLanguage().language];
}

/** How to say a sentence that the server sent in both languages. */
export function useSay(): (sentence: Pick<Sentence, "zh" | "en">) => string {
  const { language } = useLanguage();
  return useCallback((sentence) => (language === "en" ? sentence.en : sentence.zh), [language]);
}
