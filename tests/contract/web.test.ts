import type { WidgetMessage } from "../../adapters/web/api.ts";
import { createFakeSpine } from "../support/fake-spine.ts";
import { createFakeVisitors } from "../support/fake-visitors.ts";
import { bearer, startWebServer } from "../support/web-server.ts";
import { describeChannel } from "./channel.ts";

describeChannel("web", async ({ receive }) => {
  const spine = createFakeSpine();
  const visitors = createFakeVisitors(spine);
  const { lane, id, person } = visitors.visitor("visitor-1");
  const server = await startWebServer({ visitors, spine: { receive, onMoved: spine.onMoved } });
  const { channel } = server;
  await channel.stop();
  const post = async (token: string, clientId: string, text: string) => {
    const answer = await server.post("/api/widget/messages", { clientId, text }, bearer(token));
    return answer.ok ? "acknowledged" : "refused";
  };
  return {
    channel,
    receive,
    say: (key, text) => post("token-visitor-1", key, text),
    sayUnsigned: (key, text) => post("token-of-nobody", key, text),
    home: { place: { channel: "web", room: id }, person },
    send: async (message) => {
      const isCommitted = spine.lines(lane).some(({ seq }) => seq === message.seq);
      if (!isCommitted) spine.commit(lane, [{ text: message.body.text, body: message.body, author: message.author }]);
      return channel.send(message);
    },
    shown: async () => {
      const answer = await server.get("/api/widget/messages?since=0", bearer("token-visitor-1"));
      const { messages } = (await answer.json()) as { readonly messages: readonly WidgetMessage[] };
      return messages;
    },
  };
});
