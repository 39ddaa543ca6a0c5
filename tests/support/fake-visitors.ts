import { contactLane, storeId } from "../../src/core/ids.ts";
import type { ShopperSign, TalkState, Visitor, VisitorDesk } from "../../src/core/visitor.ts";
import type { FakeSpine } from "./fake-spine.ts";

/** A visitors' desk in memory: every visitor it made is known by the token `token-<id>`. */
export interface FakeVisitors extends VisitorDesk {
  visitor(id: string): Visitor;
  /** How every talk stands from now on. */
  setState(state: TalkState): void;
  /** What pages told beside their words. */
  readonly signs: readonly (ShopperSign & { readonly visitor: string })[];
}

const STORE = storeId("s1");
const STOREFRONT = {
  storeId: STORE,
  key: "shop",
  name: "小店",
  timezone: "Asia/Shanghai",
  languages: ["zh-CN", "en"],
  greeting: { "zh-CN": "您好！" },
  quickChoices: [],
  allowedOrigins: [],
} as const;

/** Makes one that reads from the fake spine's ledger. */
export function createFakeVisitors(spine: Pick<FakeSpine, "history">): FakeVisitors {
  const signs: (ShopperSign & { readonly visitor: string })[] = [];
  const known = new Map<string, Visitor>();
  let state: TalkState = { status: "bot", timezone: STOREFRONT.timezone };
  const visitor = (id: string): Visitor => {
    const made = known.get(id) ?? visitorOf(id);
    known.set(id, made);
    return made;
  };
  return {
    fileLimits: { bytes: 1_000, types: ["image/png"] },
    visitor,
    setState: (given) => {
      state = given;
    },
    storefront: async (key) => (key === STOREFRONT.key ? STOREFRONT : undefined),
    open: async () => ({ type: "refused", because: "unknown-store" }),
    authenticate: async (token) => {
      const found = known.get(token.replace("token-", ""));
      if (found === undefined) return { type: "unknown" };
      return { type: "visitor", visitor: found, storefront: STOREFRONT, maySpeak: true };
    },
    history: async (who, after, limit) => spine.history(who.lane, after, limit),
    state: async () => state,
    sign: async (who, sign) => void signs.push({ visitor: who.id, ...sign }),
    signs,
    keepFile: async () => ({ type: "refused", because: "type" }),
    attachments: async () => undefined,
    openFile: async () => undefined,
  };
}

function visitorOf(id: string): Visitor {
  const lane = contactLane(STORE, { channel: "web", room: id }, id);
  return { id, storeId: STORE, lane, person: { id }, language: "zh-CN", expiresAt: Number.MAX_SAFE_INTEGER };
}
