import type { Conversation } from "../core/decision.ts";
import { contactLane, storeId, type StoreId } from "../core/ids.ts";
import type { Authenticated, TalkState, VisitAnswer, Visitor, VisitorDesk, VisitRequest } from "../core/visitor.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import type { Files } from "../infra/files.ts";
import { createCache, type Cache } from "./cache.ts";
import { ALLOWED_FILE_TYPES, MAX_FILE_BYTES } from "./file-rules.ts";
import { decideVisit, isExtensionDue, maySpeak, mayEmbed, tokenHash, type StoreSettings, type VisitorRecord } from "./rules.ts";
import { passSign } from "./signs.ts";
import { createVisitor, extendVisit, newToken, readStore, readStoreByKey, readVisitor } from "./store.ts";
import { readHistory, readPlace, readStanding, wasGiven } from "./talk.ts";
import { createUploads, type Uploads } from "./uploads.ts";

export interface VisitorDeskParts {
  readonly database: Database;
  readonly files: Files;
  readonly now: () => Instant;
  /** Our own address, `http://host:port` or longer: its pages may embed every store's widget. */
  readonly baseUrl: string;
  /** An honest waiting time for a place in a store's queue; undefined while too little is known. */
  readonly estimateWait: (store: StoreId, position: number) => Promise<TalkState["wait"]>;
}

/** A visitor's row changes rarely and never who it is: this long other processes may see an older name or language. */
const VISITOR_CACHE = { max: 20_000, ttlMs: 600_000 };
/** Changed settings (pages, identity) take effect within this. */
const STORE_CACHE = { max: 5_000, ttlMs: 5_000 };

interface House {
  readonly parts: VisitorDeskParts;
  readonly ownOrigin: string;
  readonly visitors: Cache<VisitorRecord | undefined>;
  readonly storesByKey: Cache<StoreSettings | undefined>;
  readonly stores: Cache<StoreSettings | undefined>;
  readonly uploads: Uploads;
}

/** The visitors' side of the house on the real database. */
export function createVisitorDesk(parts: VisitorDeskParts): VisitorDesk {
  const { database, now } = parts;
  const isKept = (value: unknown): boolean => value !== undefined;
  const house: House = {
    parts,
    ownOrigin: new URL(parts.baseUrl).origin,
    visitors: createCache({ ...VISITOR_CACHE, now, isKept }),
    storesByKey: createCache({ ...STORE_CACHE, now, isKept }),
    stores: createCache({ ...STORE_CACHE, now, isKept }),
    uploads: createUploads(parts),
  };
  return {
    fileLimits: { bytes: MAX_FILE_BYTES, types: ALLOWED_FILE_TYPES },
    storefront: async (key) => (await settingsByKey(house, key))?.storefront,
    open: (request) => openVisit(house, request),
    authenticate: (token, origin) => authenticate(house, token, origin),
    history: (visitor, after, limit) => readHistory(database, visitor, { after, limit }),
    state: (visitor, known) => stateOf(house, visitor, known),
    sign: (visitor, sign) => passSign(database, visitor, sign),
    keepFile: (visitor, file) => house.uploads.keep(ownerOf(visitor), file),
    attachments: (visitor, ids) => house.uploads.attachments(ownerOf(visitor), ids),
    openFile: (visitor, id) => openFile(house, visitor, id),
  };
}

function settingsByKey({ storesByKey, parts }: House, key: string): Promise<StoreSettings | undefined> {
  return storesByKey.get(key, () => readStoreByKey(parts.database, key));
}

async function openVisit(house: House, request: VisitRequest): Promise<VisitAnswer> {
  const { database, now } = house.parts;
  const settings = await settingsByKey(house, request.storeKey);
  if (settings === undefined) return { type: "refused", because: "unknown-store" };
  const known = isToken(request.token) ? await readVisitor(database, tokenHash(request.token)) : undefined;
  const facts = { settings, request, known, ownOrigin: house.ownOrigin, now: now() };
  const decision = decideVisit(facts);
  if (decision.type === "refuse") return { type: "refused", because: decision.because };
  const { storefront } = settings;
  if (decision.type === "resume" && known !== undefined && request.token !== undefined) {
    const record = await extendVisit(database, known, { ...decision, now: facts.now });
    house.visitors.set(tokenHash(request.token), record);
    return { type: "opened", isNew: false, token: request.token, visitor: toVisitor(record), storefront };
  }
  const token = newToken();
  const record = await createVisitor(database, {
    storeId: storefront.storeId,
    tokenHash: tokenHash(token),
    verifiedId: decision.type === "create" ? decision.verifiedId : undefined,
    name: decision.name,
    language: decision.language,
    now: facts.now,
  });
  house.visitors.set(tokenHash(token), record);
  return { type: "opened", isNew: true, token, visitor: toVisitor(record), storefront };
}

async function authenticate(house: House, token: string, origin: string | undefined): Promise<Authenticated> {
  // What cannot be a token costs no query.
  if (!isToken(token)) return { type: "unknown" };
  const hash = tokenHash(token);
  const record = await house.visitors.get(hash, () => readAndExtend(house, hash));
  if (record === undefined || record.expiresAt <= house.parts.now()) return { type: "unknown" };
  const store = storeId(record.storeId);
  const settings = await house.stores.get(store, () => readStore(house.parts.database, store));
  if (settings === undefined) return { type: "unknown" };
  if (!mayEmbed(settings.storefront, origin, house.ownOrigin)) return { type: "foreign-origin" };
  const { storefront } = settings;
  return { type: "visitor", visitor: toVisitor(record), storefront, maySpeak: maySpeak(settings, record.verifiedId) };
}

async function readAndExtend({ parts }: House, hash: string): Promise<VisitorRecord | undefined> {
  const now = parts.now();
  const record = await readVisitor(parts.database, hash);
  if (record === undefined || record.expiresAt <= now) return undefined;
  return isExtensionDue(record, now) ? extendVisit(parts.database, record, { now }) : record;
}

async function stateOf({ parts, stores }: House, visitor: Visitor, known: Conversation | undefined): Promise<TalkState> {
  const { database } = parts;
  const settings = await stores.get(visitor.storeId, () => readStore(database, visitor.storeId));
  const timezone = settings?.storefront.timezone ?? "Asia/Shanghai";
  const standing =
    known === undefined
      ? await readStanding(database, visitor)
      : { conversationId: known.id, status: known.status, agentName: known.agent?.name, rating: known.rating };
  if (standing === undefined) return { status: "none", timezone };
  const { status, rating } = standing;
  // An offer is not a promise: the agent may still pass it on.
  const agentName = status === "assigned" || status === "closed" ? standing.agentName : undefined;
  if (status !== "queued") return { status, agentName, timezone, rating };
  const place = await readPlace(database, visitor, standing.conversationId);
  if (place === undefined) return { status, timezone, rating };
  const { position, promisedAt } = place;
  const wait = promisedAt === undefined ? await parts.estimateWait(visitor.storeId, position) : undefined;
  return { status, position, wait, promisedAt, timezone, rating };
}

async function openFile({ parts, uploads }: House, visitor: Visitor, id: string) {
  const found = await uploads.find(visitor.storeId, id);
  if (found === undefined) return undefined;
  const { visitorId, ...attachment } = found;
  if (visitorId !== visitor.id && !(await wasGiven(parts.database, visitor, id))) return undefined;
  const bytes = await uploads.read(id);
  return bytes === undefined ? undefined : { attachment, bytes };
}

function toVisitor(record: VisitorRecord): Visitor {
  const store = storeId(record.storeId);
  const person = { id: record.id, name: record.name, verifiedId: record.verifiedId };
  const lane = contactLane(store, { channel: "web", room: record.id }, record.id);
  return { id: record.id, storeId: store, lane, person, language: record.language, expiresAt: record.expiresAt };
}

const ownerOf = (visitor: Visitor) => ({ storeId: visitor.storeId, visitorId: visitor.id });

const isToken = (token: string | undefined): token is string => token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token);
