/** Platforms whose people can be linked. */
export const PERSON_CHANNELS = ["slack", "wechat"] as const;

/** The longest id of a platform's person, in UTF-16 units. */
export const MAX_PERSON = 200;

/** Somebody on a platform, by the platform's own id. */
export interface PlatformPerson {
  readonly channel: string;
  readonly person: string;
}

/** Who they are for us. */
export type LinkedAs =
  | { readonly type: "agent"; readonly agentId: string }
  | { readonly type: "merchant"; readonly storeId: string; readonly isApprover: boolean };

export interface StoredLink extends PlatformPerson {
  readonly id: string;
  readonly linkedAs: LinkedAs;
  /** The agent's or the store's name. */
  readonly name: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** What is wrong, where, and what to do instead. */
export interface LinkFault {
  readonly field: "person" | "agent" | "merchant";
  readonly reason: { readonly zh: string; readonly en: string };
}

export type PersonRead =
  { readonly type: "read"; readonly person: PlatformPerson } | { readonly type: "refused"; readonly fault: LinkFault };

/** Reads somebody as people type them, `slack:U123`; a Chinese keyboard's colon counts too. */
export function readPlatformPerson(text: string): PersonRead {
  const colon = text.search(/[:：]/);
  const channel = text.slice(0, Math.max(0, colon)).trim().toLowerCase();
  const person = text.slice(colon + 1).trim();
  if (colon === -1) return refused("请写成“渠道:用户ID”，例如 slack:U0123", "write it as channel:id, such as slack:U0123");
  if (!PERSON_CHANNELS.some((known) => known === channel))
    return refused(`渠道写 ${PERSON_CHANNELS.join(" 或 ")}`, `the channel is one of ${PERSON_CHANNELS.join(", ")}`);
  if (!PERSON_ID.test(person) || person.length > MAX_PERSON)
    return refused(
      `这里要填用户的 ID，不是名字：不含空格，不以 @ 开头，最多 ${MAX_PERSON} 个字`,
      `the person's id, not their name: no spaces, no @ in front, at most ${MAX_PERSON} characters`,
    );
  return { type: "read", person: { channel, person } };
}

// What an id consists of is its platform's business. Spaces and invisible characters come from copying, "@" from a name.
const PERSON_ID = /^(?!@)[\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u;

export type LinkPlan =
  | { readonly type: "link" }
  /** It is so already. */
  | { readonly type: "already"; readonly link: StoredLink }
  /** The same merchant, of whom it is now said otherwise whether they approve. */
  | { readonly type: "change"; readonly link: StoredLink }
  | { readonly type: "refused"; readonly fault: LinkFault };

/** Whether somebody may be linked so. One person is one agent, or the merchant of one or more stores, and never both. */
export function planLink(wanted: LinkedAs, existing: readonly StoredLink[]): LinkPlan {
  const other = existing.find(({ linkedAs }) => linkedAs.type !== wanted.type);
  if (other !== undefined) return { type: "refused", fault: taken(other) };
  if (wanted.type === "agent") {
    const [link] = existing;
    if (link === undefined) return { type: "link" };
    const isSame = link.linkedAs.type === "agent" && link.linkedAs.agentId === wanted.agentId;
    return isSame ? { type: "already", link } : { type: "refused", fault: taken(link) };
  }
  const same = existing.find(({ linkedAs }) => linkedAs.type === "merchant" && linkedAs.storeId === wanted.storeId);
  if (same === undefined) return { type: "link" };
  const isSame = same.linkedAs.type === "merchant" && same.linkedAs.isApprover === wanted.isApprover;
  return { type: isSame ? "already" : "change", link: same };
}

function taken({ linkedAs, name }: StoredLink): LinkFault {
  const zh = linkedAs.type === "agent" ? `客服“${name}”` : `“${name}”的商家`;
  const en = linkedAs.type === "agent" ? `the agent ${name}` : `the merchant of ${name}`;
  return {
    field: "person",
    reason: {
      zh: `这个人已经关联为${zh}；一个人只能是一位客服，或者商家。请先解除`,
      en: `this person is linked already, as ${en}; one person is one agent or a merchant. Unlink them first`,
    },
  };
}

function refused(zh: string, en: string): PersonRead {
  return { type: "refused", fault: { field: "person", reason: { zh, en } } };
}
