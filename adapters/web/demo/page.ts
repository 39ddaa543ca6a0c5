import type { Storefront } from "../../../src/core/visitor.ts";
import type { Language } from "../../../src/core/words.ts";
import { BACKDROPS } from "./drawings/backdrops.ts";
import { EAVES } from "./shops/eaves.ts";
import { PLAIN } from "./shops/plain.ts";
import type { DemoShop, Good, Group } from "./shops/shop.ts";
import { TEA } from "./shops/tea.ts";

const SHOPS: Readonly<Record<string, DemoShop>> = { demo: EAVES, tea: TEA };

/** The page drawn for this store, by its key; a neutral one for stores nobody drew a page for. */
export function demoShopOf(storeKey: string): DemoShop {
  return (Object.hasOwn(SHOPS, storeKey) ? SHOPS[storeKey] : undefined) ?? PLAIN;
}

export interface DemoPage {
  /** The HTML frame: {{NAME}} is replaced by a text, {{{NAME}}} by markup. */
  readonly frame: string;
  readonly storefront: Pick<Storefront, "key" | "name">;
  readonly language: Language;
}

/** A shop's page with the store's widget in it. Whatever the store is called stands in it as text. */
export function renderDemoPage({ frame, storefront, language }: DemoPage): string {
  const shop = demoShopOf(storefront.key);
  const texts = {
    STORE_KEY: storefront.key,
    STORE_NAME: storefront.name,
    LANGUAGE: language,
    THEME: shop.theme,
    COLOR: shop.color,
    KICKER: shop.kicker[language],
    TITLE: shop.title[language],
    LEAD: shop.lead[language],
    TO_SHELF: shop.toShelf[language],
    SHELF_TITLE: shop.shelf[language],
    GROUPS_LABEL: GROUPS_LABEL[language],
    FOOTNOTE: shop.footnote[language],
  };
  const markup = {
    SYMBOLS: Object.entries(shop.drawings).map(([name, shapes]) => symbol(name, shapes)).join("\n"), // prettier-ignore
    GROUPS: shop.groups.map(({ id, name }) => `<a href="#${id}">${escaped(name[language])}</a>`).join("\n"),
    PROMISES: shop.promises.map((promise) => `<li>${escaped(promise[language])}</li>`).join("\n"),
    BACKDROP: BACKDROPS[shop.theme],
    DISPLAY: shop.display.map((drawing) => picture(drawing)).join("\n"),
    GOODS: shop.groups.map((group) => cards(group, language)).join("\n"),
  };
  return fillIn(frame, texts, markup);
}

const GROUPS_LABEL = { "zh-CN": "分类", "zh-TW": "分類", en: "Categories" };
const ASK_LABEL = { "zh-CN": "可以问", "zh-TW": "可以問", en: "You can ask" };

function cards({ id, goods }: Group, language: Language): string {
  // The group's name in the menu leads to its first card.
  return goods.map((good, at) => card(good, { language, anchor: at === 0 ? ` id="${id}"` : "" })).join("\n");
}

function card(good: Good, { language, anchor }: { readonly language: Language; readonly anchor: string }): string {
  const ask = good.ask[language];
  return `<li class="card"${anchor}>
    <div class="stage">${picture(good.drawing)}</div>
    <h3>${escaped(good.name[language])}</h3>
    <p class="about">${escaped(good.about[language])}</p>
    ${priceOf(good)}
    ${ask === undefined ? "" : `<p class="ask"><span class="unseen">${ASK_LABEL[language]}：</span>${escaped(ask)}</p>`}
  </li>`;
}

function priceOf({ price, priceBefore }: Good): string {
  if (price === undefined) return "";
  const before = priceBefore === undefined ? "" : ` <s>¥${priceBefore}</s>`;
  return `<p class="price"><b><small>¥</small>${price}</b>${before}</p>`;
}

const symbol = (name: string, shapes: string): string => `<symbol id="d-${name}" viewBox="0 0 200 190">${shapes}</symbol>`;

const picture = (name: string): string =>
  `<svg class="picture" viewBox="0 0 200 190" aria-hidden="true"><use href="#d-${name}" /></svg>`;

/** Replaces {{NAME}} by texts, safe in elements and quoted attributes, and {{{NAME}}} by our own markup; in one pass, so that words never become names. */
export function fillIn(
  frame: string,
  texts: Readonly<Record<string, string>>,
  markup: Readonly<Record<string, string>> = {},
): string {
  return frame.replace(/\{\{\{([A-Z_]+)\}\}\}|\{\{([A-Z_]+)\}\}/g, (whole, ours?: string, theirs?: string) => {
    const found = ours === undefined ? texts[theirs ?? ""] : markup[ours];
    if (found === undefined) return whole;
    return ours === undefined ? escaped(found) : found;
  });
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
