import { join } from "node:path";
import type { Express, Router } from "express";
import { apiRouter } from "./api/routes.ts";
import { alertRoutes } from "./alerts/routes.ts";
import { answeringRoutes } from "./answering/routes.ts";
import { invitationRoutes } from "./accounts/routes/invitations.ts";
import { invitedRouter } from "./accounts/routes/invited.ts";
import { linkRoutes } from "./accounts/routes/links.ts";
import { secondStepRouter } from "./accounts/routes/second-step.ts";
import { sessionRoutes } from "./accounts/routes/sessions.ts";
import { signInRouter } from "./accounts/routes/sign-in.ts";
import { tokenRoutes } from "./accounts/routes/tokens.ts";
import { userRoutes } from "./accounts/routes/users.ts";
import { deskRoutes } from "./desk/routes.ts";
import { type EventStreams } from "./desk/routes/events.ts";
import { type Onlookers } from "./desk/routes/onlookers.ts";
import { type TypingSigns } from "./desk/routes/typing.ts";
import { auditRoutes } from "./audit/routes.ts";
import { wallRoutes } from "./wall/routes.ts";
import type { Channel } from "./core/channel.ts";
import type { Understanding } from "./core/understanding.ts";
import { figuresRoutes } from "./figures/routes.ts";
import { guardRoutes } from "./guard/routes.ts";
import { consolePages } from "./infra/console-pages.ts";
import { healthRouter } from "./infra/health.ts";
import { createApp, finishApp, mountRoutes, type Route } from "./infra/http.ts";
import { timeRequests } from "./infra/metrics.ts";
import { ROOT } from "./infra/root.ts";
import { goldenRoutes } from "./knowledge/routes/golden.ts";
import { tryRoutes } from "./knowledge/routes/try.ts";
import { knowledgeRoutes } from "./knowledge/routes.ts";
import { proposalRoutes } from "./knowledge/routes/proposals.ts";
import { learningRoutes } from "./learning/routes.ts";
import { levelRoutes } from "./levels/routes.ts";
import { phraseRoutes } from "./phrases/routes.ts";
import { requestRoutes } from "./requests/routes.ts";
import { settingsRoutes } from "./settings/routes.ts";
import type { RunningSpine } from "./pipeline/spine.ts";
import { describeProgram } from "./program-api.ts";
import { type Parts } from "./program-spine.ts";
import { planningRoutes } from "./planning/routes/planning.ts";
import { staffingRoutes } from "./staffing/routes.ts";
import { placeRoutes } from "./stores/routes.ts";
import { createUploads } from "./visitors/uploads.ts";
import { webhookRoutes } from "./webhooks/routes.ts";

/** What the pages and the API are made of. */
export interface AppParts extends Parts {
  readonly spine: RunningSpine;
  readonly channels: readonly Channel[];
  readonly understanding: Understanding;
  readonly events: EventStreams;
  readonly typing: TypingSigns;
  readonly onlookers: Onlookers;
  readonly webRouter: Router;
  /** Lets webhooks be sent before their time. */
  readonly wakeWebhooks: () => Promise<void>;
  readonly isReady: () => boolean;
}

/** Everything that answers HTTP. */
export function assembleApp(parts: AppParts): Express {
  const { config, db, log, accounts, metrics, clock } = parts;
  const app = createApp(config);
  app.use(timeRequests(metrics));
  app.use(healthRouter({ db, metrics, metricsToken: config.metricsToken, isReady: parts.isReady }));
  app.use(parts.webRouter);
  app.use(invitedRouter({ accounts, db, config, clock }));
  app.use(secondStepRouter({ accounts, db, config, clock }));
  app.use(signInRouter({ accounts, db, config, clock }));
  const routes = consoleRoutes(parts);
  app.use(apiRouter(describeProgram(routes)));
  mountRoutes(app, routes, accounts.authenticate);
  app.use(consolePages(join(ROOT, "dist", "console")));
  app.get("/", (_request, response) => response.redirect("/console/"));
  finishApp(app, log);
  return app;
}

/** Every endpoint of the console, in one list: the test of roles and foreign ids reads it. */
export function consoleRoutes({
  config,
  clock,
  log,
  db,
  accounts,
  spine,
  files,
  events,
  typing,
  onlookers,
  channels,
  understanding,
  workbench,
  wakeWebhooks,
}: Omit<AppParts, "metrics" | "model" | "webRouter" | "isReady" | "embedder">): readonly Route[] {
  const uploads = createUploads({ database: db, files, now: clock.now });
  return [
    ...userRoutes(accounts, clock),
    ...auditRoutes({ db }),
    ...linkRoutes({ db, clock }),
    ...tokenRoutes({ db, clock }),
    ...sessionRoutes({ db, clock }),
    ...invitationRoutes({ db, clock, config }),
    ...staffingRoutes({ db, spine, clock }),
    ...planningRoutes({ db, spine, clock }),
    ...placeRoutes({ db, clock, baseUrl: config.baseUrl, channels: channels.map(({ name }) => name) }),
    ...phraseRoutes({ db, clock }),
    ...guardRoutes({ db }),
    ...settingsRoutes({ db, spine, clock }),
    ...deskRoutes({
      db,
      spine,
      guard: spine,
      clock,
      events,
      typing,
      presence: onlookers,
      uploads,
      retryParked: spine.retryParked,
    }),
    ...requestRoutes({ db, spine, clock }),
    ...alertRoutes({ db, clock, onSeen: events.tellAlerts }),
    ...answerRoutes({ db, clock, spine, understanding, workbench, log }),
    ...figuresRoutes({ database: db, now: clock.now }),
    ...wallRoutes({ database: db, now: clock.now }),
    ...webhookRoutes({ db, clock, policy: config.webhooks, wake: wakeWebhooks }),
    ...levelRoutes({ database: db, now: clock.now }),
  ];
}

/** Of what the bot knows and how it answers. */
function answerRoutes({
  db,
  clock,
  spine,
  understanding,
  workbench,
  log,
}: Pick<AppParts, "db" | "clock" | "spine" | "understanding" | "workbench" | "log">): readonly Route[] {
  const parts = { database: db, now: clock.now };
  const trying = { ...parts, openTrial: workbench.openTrial };
  return [
    ...knowledgeRoutes({ ...parts, understanding, onChange: spine.forgetStore }),
    ...proposalRoutes({ ...trying, understanding, onChange: spine.forgetStore }),
    ...goldenRoutes(trying),
    ...tryRoutes({ ...parts, understanding, learnStore: spine.learnStore }),
    ...answeringRoutes({ ...parts, workbench }),
    ...learningRoutes({ ...parts, workbench, log }),
  ];
}
