import { z } from "zod";
import type { Accounts } from "../accounts/accounts.ts";
import { terminalActor } from "../audit/actor.ts";
import type { Understanding } from "../core/understanding.ts";
import type { Workbench } from "../core/workbench.ts";
import type { Clock } from "../infra/clock.ts";
import type { ControlRequest } from "../infra/control.ts";
import type { Database } from "../infra/database.ts";
import { runExport } from "./export.ts";
import { runGoldenCommand } from "./golden.ts";
import { runImport } from "./import.ts";
import { runLearn } from "./learn.ts";
import { runLink, runLinks, runUnlink } from "./link.ts";
import { resetPassword } from "./password.ts";
import { runBind, runUnbind } from "./place.ts";
import { putStore } from "./store.ts";
import { explain, replay } from "./story.ts";
import { runThresholds } from "./thresholds.ts";

/** What commands on the desk's own data need, whether the desk runs or not. */
export interface CommandWorld {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly clock: Clock;
  /** The intent layer, opened when a command needs it. */
  readonly understanding: () => Promise<Understanding>;
  /** The intent layer apart from the one that serves; read when a command needs it, where none serves. */
  readonly openWorkbench: () => Promise<Workbench>;
  /** Where the desk is reached. */
  readonly baseUrl: string;
}

const one = z.tuple([z.string()]);
const two = z.tuple([z.string(), z.string()]);

/** Carries out a command on the desk's data, in the terminal's process or in the running desk's. Returns the exit code. */
export async function runCommand(world: CommandWorld, request: ControlRequest, write: (line: string) => void): Promise<number> {
  const { database, clock } = world;
  const { command, args, options } = request;
  switch (command) {
    case "import": {
      const [store, file] = two.parse(args);
      const parts = { database, by: options.by ?? "terminal", understanding: world.understanding, now: clock.now(), write };
      return runImport({ store, file, why: options.why }, parts);
    }
    case "export": {
      const [store, file] = two.parse(args);
      return runExport({ store, file }, { database, write });
    }
    case "learn": {
      const { since, min, dryRun, json } = options;
      const wanted = { store: one.parse(args)[0], since, min, isDryRun: dryRun === "yes", isJson: json === "yes" };
      return runLearn(wanted, { database, openWorkbench: world.openWorkbench, now: clock.now(), write });
    }
    case "golden": {
      const { import: importFile, export: exportFile } = options;
      const named = { store: one.parse(args)[0], importFile, exportFile };
      const wanted = { ...named, isList: options.list === "yes", isRun: options.run === "yes" };
      const { openWorkbench } = world;
      return runGoldenCommand(wanted, { database, openWorkbench, by: options.by ?? "terminal", now: clock.now(), write });
    }
    case "thresholds": {
      const wanted = { store: one.parse(args)[0], set: options.set, isJson: options.json === "yes" };
      const { openWorkbench } = world;
      return runThresholds(wanted, { database, openWorkbench, by: options.by ?? "terminal", now: clock.now, write });
    }
    case "explain":
      return explain(database, one.parse(args)[0], write);
    case "replay":
      return replay(database, one.parse(args)[0], write);
    case "store": {
      const told = { baseUrl: world.baseUrl, by: options.by ?? "terminal", now: clock.now(), write };
      return putStore(database, { file: one.parse(args)[0], hasNewSecret: options.secret === "new", ...told });
    }
    default:
      return runDeskCommand(world, request, write);
  }
}

/** Commands about rooms and people. */
async function runDeskCommand(world: CommandWorld, request: ControlRequest, write: (line: string) => void): Promise<number> {
  const { command, args, options } = request;
  const actor = terminalActor(options.by ?? "terminal", world.clock.now());
  const parts = { db: world.database, actor, write };
  switch (command) {
    case "bind":
    case "unbind": {
      const wanted = { place: one.parse(args)[0], store: options.store ?? "", as: options.as, side: options.side };
      return (command === "bind" ? runBind : runUnbind)(wanted, parts);
    }
    case "link": {
      const { agent, merchant, approver } = options;
      return runLink({ person: one.parse(args)[0], agent, merchant, isApprover: approver === "yes" }, parts);
    }
    case "unlink":
      return runUnlink({ person: one.parse(args)[0], merchant: options.merchant }, parts);
    case "links":
      return runLinks(args[0], parts);
    case "password":
      return resetPassword({
        accounts: world.accounts,
        email: one.parse(args)[0],
        actor,
        dropsSecondStep: options.secondStep === "off",
        write,
      });
    default:
      throw new Error(`There is no command ${command}; npx counterbell --help lists them.`);
  }
}
