// Who may import whom. Each rule says why in a sentence; tests/rules/import-rules.test.ts plants a violation of each.
const browserCode = "^(console/src|adapters/web/widget)/";
const rules = "^src/[^/]+/rules(/|\\.ts$)";
const composition = "^src/(main|program|program-api|program-app|program-spine|program-webhooks)\\.ts$|^src/cli/";
// Pure libraries that rules may use: they read no clock, no environment and no network.
const pureLibraries = "luxon|zod|csv-parse|iconv-lite|opencc-js|chinese-days";

/** A library with one home: nobody else imports it. */
const home = (name, library, folders) => ({
  name: `${name}-has-one-home`,
  comment: `${library} is imported in one place, so that it can be replaced there.`,
  severity: "error",
  from: { pathNot: [folders, "^tests/", "^scripts/", "\\.config\\.ts$"].join("|") },
  to: { path: `node_modules/(${library})/` },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Files that need each other are one file, or lack a third.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "core-imports-nothing-of-ours",
      comment: "The shared words depend on nobody, so that everybody can depend on them.",
      severity: "error",
      from: { path: "^src/core/" },
      to: { path: "^(src|adapters|intents|prisma|console)/", pathNot: "^src/core/" },
    },
    {
      name: "core-uses-no-library",
      comment: "The shared words need no library.",
      severity: "error",
      from: { path: "^src/core/" },
      to: { path: "node_modules/" },
    },
    {
      name: "rules-are-pure",
      comment: "Rules import shared words and other rules only: no clock, no database, no transport.",
      severity: "error",
      from: { path: rules },
      to: { path: "^(src|adapters|intents|prisma|console)/", pathNot: `^src/core/|${rules}|/api\\.ts$` },
    },
    {
      name: "rules-use-pure-libraries",
      comment: "Rules use only the libraries listed as pure, and of Node only hashing and comparing.",
      severity: "error",
      from: { path: rules },
      to: { path: "node_modules/", pathNot: `node_modules/(@types/)?(${pureLibraries})/` },
    },
    {
      name: "rules-touch-no-system",
      comment: "Rules read no files, sockets or processes.",
      severity: "error",
      from: { path: `${rules}|^src/core/` },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?(crypto|buffer|util)$" },
    },
    {
      name: "adapters-know-only-core",
      comment: "An adapter translates; it knows the shared words and its own folder.",
      severity: "error",
      from: { path: "^adapters/([^/]+)/" },
      to: { path: "^(src|adapters|intents|prisma|console)/", pathNot: "^src/core/|^adapters/$1/" },
    },
    {
      name: "intents-know-only-core",
      comment: "Understanding knows the shared words and its own folder.",
      severity: "error",
      from: { path: "^intents/" },
      to: { path: "^(src|adapters|prisma|console)/", pathNot: "^src/core/" },
    },
    {
      name: "features-know-no-adapter",
      comment: "The desk does not know which platforms or which understanding there are; main introduces them.",
      severity: "error",
      from: { path: "^src/", pathNot: composition },
      to: { path: "^(adapters|intents|prisma|console)/", pathNot: "^src/infra/generated/" },
    },
    {
      name: "features-meet-at-rules-and-stores",
      comment: "A feature uses another's rules and store, never its routes or jobs.",
      severity: "error",
      from: { path: "^src/([^/]+)/", pathNot: `^src/(core|infra)/|${composition}` },
      to: { path: "^src/[^/]+/(routes|jobs)(/|\\.ts$)", pathNot: "^src/$1/" },
    },
    {
      name: "infra-knows-no-feature",
      comment: "Infrastructure serves features; of them it knows only who is signed in.",
      severity: "error",
      from: { path: "^src/infra/" },
      to: { path: "^src/", pathNot: "^src/(core|infra)/|^src/accounts/rules\\.ts$|/api\\.ts$" },
    },
    {
      name: "only-main-knows-everybody",
      comment: "Nobody imports the parts that introduce all others.",
      severity: "error",
      from: { pathNot: `${composition}|^tests/` },
      to: { path: composition },
    },
    {
      name: "browser-code-stays-in-the-browser",
      comment: "Browser code knows its own folder and the API's types.",
      severity: "error",
      from: { path: browserCode },
      to: { path: "^(src|adapters|intents|prisma)/", pathNot: "/api\\.ts$|^adapters/web/widget/" },
    },
    {
      name: "nothing-imports-tests",
      comment: "The program works without its tests.",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { path: "^tests/" },
    },
    home("slack-bolt", "@slack/[^/]+", "^adapters/slack/"),
    home("wechaty", "wechaty[^/]*", "^adapters/wechat/"),
    home("node-nlp", "node-nlp|@nlpjs/[^/]+", "^intents/"),
    home("pinyin-pro", "pinyin-pro", "^intents/training/"),
    home("prisma", "@prisma/[^/]+", "^src/infra/(generated/|database|scope)|^src/[^/]+/store(/|\\.ts$)|^src/accounts/auth\\.ts$"),
    home("pg-boss", "pg-boss", "^src/infra/jobs"),
    home("express", "express", "^src/infra/|/routes(/|\\.ts$)|^adapters/|^src/program(-app)?\\.ts$|^src/accounts/"),
    home("commander", "commander", "^src/cli/"),
    home("nock", "nock", "^tests/"),
  ],
  options: {
    doNotFollow: { path: "node_modules|src/infra/generated" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
