import { readPlatformPerson, type LinkedAs, type LinkFault, type StoredLink } from "../accounts/rules/link.ts";
import { linkPerson, listLinks, unlinkPerson } from "../accounts/store/links.ts";
import type { Actor } from "../audit/rules/entry.ts";
import type { Database } from "../infra/database.ts";
import { findStore } from "../stores/store.ts";

export interface LinkParts {
  readonly db: Database;
  /** Who gives the command. */
  readonly actor: Actor;
  /** Prints one line. */
  readonly write: (line: string) => void;
}

export interface LinkCommand {
  /** As it is typed: `slack:U0123`. */
  readonly person: string;
  readonly agent?: string | undefined;
  /** The store's key. */
  readonly merchant?: string | undefined;
  readonly isApprover: boolean;
}

/** `counterbell link <person> --agent ID | --merchant STORE [--approver]`: says who somebody of a platform is. Returns the exit code. */
export async function runLink(command: LinkCommand, { db, actor, write }: LinkParts): Promise<0 | 1> {
  const read = readPlatformPerson(command.person);
  if (read.type === "refused") return refused(write, read.fault);
  const asked = await askedAs(db, command);
  if ("field" in asked) return refused(write, asked);
  const linked = await linkPerson(db, { ...read.person, linkedAs: asked, actor });
  if (linked.type === "refused") return refused(write, linked.fault);
  write(
    linked.type === "already"
      ? `已经这样关联，没有改动 · is linked so already: ${lineOf(linked.link)}`
      : `已关联 · linked: ${lineOf(linked.link)}`,
  );
  return 0;
}

export interface UnlinkCommand {
  readonly person: string;
  /** Only as merchant of this store. */
  readonly merchant?: string | undefined;
}

/** `counterbell unlink <person> [--merchant STORE]`: they are nobody here any more; what they did stays. Returns the exit code. */
export async function runUnlink({ person, merchant }: UnlinkCommand, { db, actor, write }: LinkParts): Promise<0 | 1> {
  const read = readPlatformPerson(person);
  if (read.type === "refused") return refused(write, read.fault);
  const store = merchant === undefined ? undefined : await findStore(db, merchant);
  if (merchant !== undefined && store === undefined) return refused(write, noStore(merchant));
  const count = await unlinkPerson(db, { ...read.person, storeId: store?.id }, actor);
  if (count === 0)
    write(
      "没有这样的关联，没有改动；npx counterbell links 列出全部 · not linked so, nothing was changed; npx counterbell links lists all",
    );
  else write(`已解除 ${count} 个关联 · unlinked ${count}`);
  return count === 0 ? 1 : 0;
}

const PAGE = 500;

/** `counterbell links [text]`: who of the platforms is whom, one a line. Returns the exit code. */
export async function runLinks(text: string | undefined, { db, write }: Pick<LinkParts, "db" | "write">): Promise<0> {
  for (let offset = 0; ; offset += PAGE) {
    const { items, total } = await listLinks(db, { text, limit: PAGE, offset });
    if (total === 0) write("还没有关联；npx counterbell link --help · nobody is linked; npx counterbell link --help");
    for (const link of items) write(lineOf(link));
    if (offset + items.length >= total) return 0;
  }
}

async function askedAs(db: Database, { agent, merchant, isApprover }: LinkCommand): Promise<LinkedAs | LinkFault> {
  if ((agent === undefined) === (merchant === undefined)) {
    const reason = { zh: "--agent 和 --merchant 写一个，也只写一个", en: "give one of --agent and --merchant, and only one" };
    return { field: agent === undefined ? "agent" : "merchant", reason };
  }
  if (agent !== undefined) {
    if (!isApprover) return { type: "agent", agentId: agent };
    return { field: "agent", reason: { zh: "--approver 只用于商家", en: "--approver is for merchants: use it with --merchant" } };
  }
  const store = await findStore(db, merchant ?? "");
  return store === undefined ? noStore(merchant ?? "") : { type: "merchant", storeId: store.id, isApprover };
}

function noStore(key: string): LinkFault {
  return { field: "merchant", reason: { zh: `没有店铺“${key}”；请填店铺的 key`, en: `there is no store with the key ${key}` } };
}

function lineOf({ channel, person, linkedAs, name }: StoredLink): string {
  const who = `${channel}:${person}`;
  if (linkedAs.type === "agent") return `${who} → 客服 agent “${name}”（${linkedAs.agentId}）`;
  return `${who} → 商家 merchant “${name}”${linkedAs.isApprover ? "，可审批 may approve" : ""}`;
}

const OPTIONS = { person: "<person>", agent: "--agent", merchant: "--merchant" } as const;

function refused(write: LinkParts["write"], { field, reason }: LinkFault): 1 {
  write(`${OPTIONS[field]}：${reason.zh} · ${reason.en}`);
  write("没有改动 · nothing was changed");
  return 1;
}
