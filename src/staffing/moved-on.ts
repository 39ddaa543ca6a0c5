import { problem, type HttpProblem } from "../core/problem.ts";
import type { LastChange } from "./store-version.ts";

/** 409 of a whole roster: it is no longer the one that was seen; tells whose change is the newest. */
export function rosterMovedOn(last: LastChange | undefined): HttpProblem {
  const by = last?.by ?? "?";
  const reason = {
    zh: `${by} 刚刚改过排班，什么都没有替换。看一眼现在的排班，再上传一次`,
    en: `${by} changed the roster meanwhile; nothing was replaced. Look at it as it is now, then send the file again`,
  };
  const told = { field: "version", remedy: `${reason.en}, or send it with force=true`, more: { reason, ...last } };
  return problem(409, { title: "Changed meanwhile", detail: `version: ${reason.en}.`, ...told });
}
