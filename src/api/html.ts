/** A piece of a page, safe to be put into another. */
export interface Html {
  readonly text: string;
}

/** Makes a piece of a page; whatever is put in that is no piece itself is escaped. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Html)[]): Html {
  const text = parts.map((part, at) => {
    const value = values[at] ?? "";
    return `${part}${typeof value === "string" ? escaped(value) : value.text}`;
  });
  return { text: text.join("") };
}

/** Pieces one after another. */
export function joined(pieces: readonly Html[]): Html {
  return { text: pieces.map(({ text }) => text).join("") };
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
