import type { PageLanguage } from "../../api.ts";
import { pickLanguage } from "./languages.ts";

/** What the shop wrote into the script tag. */
export interface Settings {
  /** The store's public key. */
  readonly store: string;
  readonly language: PageLanguage;
  /** `#rrggbb`. */
  readonly color: string;
  readonly position: "left" | "right";
  readonly identity?: { readonly id: string; readonly name?: string; readonly hmac: string };
}

export interface PageFacts {
  /** The script tag's `data-` attributes, in camel case. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly pageLanguage?: string | undefined;
}

export const DEFAULT_COLOR = "#1664ff";

/** Reads the script tag; undefined when it names no store. Wrong values fall back, so that a typo never hides the button. */
export function readSettings({ attributes, pageLanguage }: PageFacts): Settings | undefined {
  const store = attributes["store"]?.trim();
  if (store === undefined || store === "") return undefined;
  const { identityId: id, identityHmac: hmac, identityName: name } = attributes;
  const isSigned = id !== undefined && id !== "" && hmac !== undefined && hmac !== "";
  return {
    store,
    language: pickLanguage(attributes["language"], pageLanguage),
    color: readColor(attributes["color"]),
    position: attributes["position"] === "left" ? "left" : "right",
    ...(isSigned ? { identity: { id, hmac, ...(name === undefined ? {} : { name }) } } : {}),
  };
}

function readColor(text: string | undefined): string {
  const match = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text?.trim() ?? "");
  const digits = match?.[1]?.toLowerCase();
  if (digits === undefined) return DEFAULT_COLOR;
  return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`;
}
