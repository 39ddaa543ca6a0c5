import { seesStore, type Principal } from "../../accounts/rules.ts";
import { storeId } from "../../core/ids.ts";
import type { SettingValue, Topic } from "./topics.ts";

/** A setting as somebody may see it: other stores are none of their business, not even by name. */
export function visibleTo(principal: Principal, topic: Topic, value: SettingValue): SettingValue {
  const { employerFirst } = value;
  if (topic !== "routing" || typeof employerFirst !== "object" || employerFirst === null) return value;
  const own = Object.entries(employerFirst).filter(([store]) => seesStore(principal, storeId(store)));
  return { ...value, employerFirst: Object.fromEntries(own) };
}
