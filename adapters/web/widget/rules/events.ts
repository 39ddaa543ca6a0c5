/** One server-sent event. */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

/** Cuts complete events off the text received so far; `rest` waits for more. Format: WHATWG HTML, server-sent events. */
export function cutEvents(text: string): { readonly events: readonly StreamEvent[]; readonly rest: string } {
  // A lone \r at the end may be half of \r\n.
  const isHalf = text.endsWith("\r");
  const lines = (isHalf ? text.slice(0, -1) : text).replace(/\r\n?/g, "\n");
  const end = lines.lastIndexOf("\n\n");
  if (end < 0) return { events: [], rest: text };
  const events: StreamEvent[] = [];
  for (const block of lines.slice(0, end).split(/\n{2,}/)) {
    const event = readEvent(block);
    if (event !== undefined) events.push(event);
  }
  return { events, rest: lines.slice(end + 2) + (isHalf ? "\r" : "") };
}

function readEvent(block: string): StreamEvent | undefined {
  let event = "message";
  const data: string[] = [];
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") event = value;
    if (field === "data") data.push(value);
  }
  return data.length === 0 ? undefined : { event, data: data.join("\n") };
}
