import { onTestFinished } from "vitest";
import { createFakeSpine } from "./fake-spine.ts";
import { createFakeVisitors } from "./fake-visitors.ts";
import { bearer, listenTo, startWebServer } from "./web-server.ts";

/** One visitor of a server over fakes; what listens is closed after the test. */
export async function oneVisitor(options: { readonly heartbeatMs?: number } = {}) {
  const spine = createFakeSpine({ answer: (text) => `答：${text}` });
  const visitors = createFakeVisitors(spine);
  const visitor = visitors.visitor("visitor-1");
  const server = await startWebServer({ visitors, spine, ...options });
  const listen = async (since = 0, headers: Readonly<Record<string, string>> = {}) => {
    const reader = await listenTo(`${server.base}/api/widget/events?since=${since}`, {
      ...bearer("token-visitor-1"),
      ...headers,
    });
    onTestFinished(reader.close);
    return reader;
  };
  return { spine, visitors, visitor, server, listen };
}
