import type { Sentence } from "../../desk/api.ts";
import type { Fault } from "./tries.ts";

const SENTENCES: Readonly<Record<Fault, { readonly zh: string; readonly en: string }>> = {
  "private-address": {
    zh: "这个域名指向内网地址，没有连接；内网地址要在服务器上用 WEBHOOKS_TO_PRIVATE 放行",
    en: "The name leads to a private address, which was not connected to; WEBHOOKS_TO_PRIVATE on the server allows it",
  },
  "unknown-host": { zh: "域名解析不到地址，请检查网址", en: "The name has no address; check the url" },
  refused: { zh: "对方没有接受连接，请确认服务在运行", en: "The connection was refused; see that the service runs" },
  "too-slow": { zh: "10 秒内没有应答；请先应答再处理", en: "No answer within 10 s; answer first, then work" },
  "cut-off": { zh: "对方没应答就断开了连接", en: "The connection was closed without an answer" },
  certificate: { zh: "证书不可信或已过期，请更新证书", en: "The certificate is not trusted or ran out; renew it" },
  failed: { zh: "没有发出去，请检查网址和对方的服务", en: "It could not be sent; check the url and the service there" },
};

/** Why a try had no answer, and what to do. */
export function faultInWords(fault: Fault): Sentence {
  return { code: fault, ...SENTENCES[fault] };
}

/** A fault as it is stored; anything else is the general one. */
export function faultNamed(text: string): Fault {
  return FAULTS.find((fault) => fault === text) ?? "failed";
}

const FAULTS: readonly Fault[] = ["private-address", "unknown-host", "refused", "too-slow", "cut-off", "certificate", "failed"];
