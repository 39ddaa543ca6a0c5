import type { Channel } from "../src/core/channel.ts";
import { createWebChannel, type WebChannel, type WebChannelOptions } from "./web/index.ts";

export interface ChannelParts {
  readonly web: WebChannelOptions;
}

/** Every platform we speak, one line each. `web` is named once more because its routes are mounted in the app. */
export function createChannels(parts: ChannelParts): { readonly channels: readonly Channel[]; readonly web: WebChannel } {
  const web = createWebChannel(parts.web);
  return { channels: [web], web };
}
