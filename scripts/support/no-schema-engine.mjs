#!/usr/bin/env node
// Stands where Prisma's command line looks for its schema engine. Generating a client asks it for its version and nothing else.
if (process.argv.includes("--version")) process.stdout.write("schema-engine-cli none\n");
else {
  process.stderr.write("This is no schema engine: docs/runbook.md, “Author a migration”, says what works without one.\n");
  process.exitCode = 1;
}
