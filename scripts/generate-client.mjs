// `npm run generate`: writes src/infra/generated from prisma/schema.prisma. Prisma's command line fetches its schema engine from a
// host of its own before it does anything; generating does not use it, so it is given something that only tells a version.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const env = {
  ...process.env,
  PRISMA_SCHEMA_ENGINE_BINARY: join(here, "support", "no-schema-engine.mjs"),
  // Asks a host whether there is a newer version.
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};
const cli = join(root, "node_modules", "prisma", "build", "index.js");
const { status } = spawnSync(process.execPath, [cli, "generate", "--no-hints"], { cwd: root, env, stdio: "inherit" });
process.exitCode = status ?? 1;
