import { defineConfig } from "vitest/config";

const shared = {
  setupFiles: ["tests/support/no-network.ts", "tests/support/steady-chance.ts"],
  testTimeout: 30_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    // Two cores: more workers than that only wait for each other.
    maxWorkers: 2,
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
