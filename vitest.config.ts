import { defineConfig } from "vitest/config";

const shared = {
  setupFiles: ["tests/support/no-network.ts", "tests/support/steady-chance.ts"],
  testTimeout: 30_000,
  hookTimeout: 120_000,
  // What must come is waited for as long as a busy machine needs; one second, as by default, was the usual way to be red by chance.
  expect: { poll: { timeout: 15_000 } },
  // Files of a worker share what they import: loading it anew for each took a fifth of all the time. Tests leave no state behind.
  isolate: false,
};

export default defineConfig({
  test: {
    // For two cores: on two workers a third of the time nobody computes, as tests wait for browsers, databases and timers.
    maxWorkers: 3,
    projects: [
      { test: { ...shared, name: "rules", include: ["tests/{rules,intents}/**/*.test.ts"] } },
      {
        test: {
          ...shared,
          name: "house",
          // A browser on a busy CI machine may be late once; what fails three times is broken.
          retry: process.env.CI === undefined ? 0 : 2,
          include: ["tests/{adapters,stores,routes,contract,stories,browser}/**/*.test.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
        },
      },
    ],
  },
});
