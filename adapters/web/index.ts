import { Router } from "express";
import type { Capabilities, Channel, Outbound, Receive } from "../../src/core/channel.ts";
import type { LaneId } from "../../src/core/ids.ts";
import type { Spine } from "../../src/core/spine.ts";
import type { VisitorDesk } from "../../src/core/visitor.ts";
import type { Instant } from "../../src/core/words.ts";
import type { WidgetTyping } from "./api.ts";
import type { InTime } from "./body.ts";
import { guestOf, notOpen } from "./entrance.ts";
import { createLimiters, type WebLimits } from "./limits.ts";
import { createPages, type WebFiles } from "./pages.ts";
import { createRoutes } from "./routes.ts";
import { createStreams } from "./streams.ts";

export interface WebChannelOptions {
  readonly visitors: VisitorDesk;
  readonly limits: WebLimits;
  readonly onMoved: Spine["onMoved"];
  readonly files: WebFiles;
  readonly now: () => Instant;
  /** How the house puts an end to bodies that drip in. */
  readonly inTime: InTime;
  /** Something failed that no request can answer for; to be logged. */
  readonly report: (error: unknown) => void;
  /** How often a quiet stream hears that we are still there. */
  readonly heartbeatMs?: number;
}

/** The web channel: to be started like any other, its router mounted at the root of the app. */
export interface WebChannel extends Channel {
  readonly router: Router;
  /** Shows the visitor of this lane that somebody is writing. */
  showTyping(lane: LaneId, typing: WidgetTyping): void;
  /** Open event streams, for the metrics. */
  countStreams(): number;
}

const CAPABILITIES: Capabilities = {
  maxTextLength: 10_000,
  choices: true,
  idempotentSend: true,
  readsLedger: true,
  attachments: true,
};

const HEARTBEAT_MS = 15_000;

/** Makes the web channel. It keeps nothing but open streams and counters. */
export function createWebChannel(options: WebChannelOptions): WebChannel {
  const { visitors, now, inTime, report, heartbeatMs = HEARTBEAT_MS } = options;
  const limiters = createLimiters(options.limits, (response) => guestOf(response).visitor.id);
  const streams = createStreams({ visitors, now, report, heartbeatMs });
  const intake = createIntake();
  const router = Router();
  const { receive, isOpen } = intake;
  router.use("/api/widget", createRoutes({ visitors, limiters, streams, now, receive, isOpen, inTime }));
  router.use(createPages(options.files, visitors));
  let stopListening = (): void => undefined;
  return {
    name: "web",
    capabilities: CAPABILITIES,
    router,
    showTyping: streams.showTyping,
    countStreams: streams.count,
    start: async (receive) => {
      stopListening();
      stopListening = options.onMoved(streams.moved);
      streams.start();
      intake.open(receive);
    },
    stop: async () => {
      intake.close();
      stopListening();
      streams.stop();
      limiters.stop();
      await intake.settled();
    },
    // Visitors read the ledger: what is committed is delivered, they only need to look.
    send: async (message: Outbound) => {
      if (!intake.isOpen()) return { type: "retry-later", afterMs: 1_000 };
      streams.wake(message.place.room, message.seq);
      return { type: "delivered" };
    },
  };
}

/** The way in to the spine: open between start and stop, and closed only when the last event is through. */
function createIntake() {
  let inner: Receive | undefined;
  const underWay = new Set<Promise<unknown>>();
  const receive: Receive = async (event) => {
    if (inner === undefined) throw notOpen();
    const work = inner(event);
    underWay.add(work);
    try {
      return await work;
    } finally {
      underWay.delete(work);
    }
  };
  return {
    receive,
    isOpen: () => inner !== undefined,
    open: (given: Receive) => {
      inner = given;
    },
    close: () => {
      inner = undefined;
    },
    settled: async () => {
      await Promise.allSettled(underWay);
    },
  };
}
