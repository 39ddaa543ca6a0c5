import { createContext, useContext } from "react";
import type { Me } from "../../../src/desk/api.ts";
import type { Api } from "./api.ts";
import type { Live } from "./live.ts";

/** Who is signed in, and the way to the server. */
export interface SessionParts {
  readonly api: Api;
  readonly me: Me;
  readonly live: Live;
  readonly reloadMe: () => void;
}

/** Filled by `shell.tsx`; every page stands inside it. */
export const SessionContext = createContext<SessionParts | undefined>(undefined);

/** The way to the server before anybody is signed in; filled by `app.tsx`. */
export const ApiContext = createContext<Api | undefined>(undefined);

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === undefined) throw new Error("useApi stands outside ApiContext: wrap the tree as app.tsx does");
  return api;
}

export function useSession(): SessionParts {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error("useSession stands outside SessionContext: only pages inside Shell may use it");
  return session;
}
