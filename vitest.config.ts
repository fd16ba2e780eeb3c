// Three kinds of tests by the suffix of their files: what they need decides how they run.
import { defineConfig } from "vitest/config";

const needPostgres = ["tests/**/*.{pg,sync}.test.{ts,tsx}"];
const needBrowser = ["tests/**/*.e2e.test.{ts,tsx}"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...needPostgres, ...needBrowser],
          maxWorkers: "100%",
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "postgres",
          include: needPostgres,
          globalSetup: ["tests/support/postgres-server.ts"],
          // Most of their time they wait for the database.
          maxWorkers: "100%",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "e2e",
          include: needBrowser,
          globalSetup: ["tests/support/demo-season.ts"],
          setupFiles: ["tests/support/skip-without-browser.ts"],
          // One browser at a time: they would slow each other down, and people would see timeouts for bugs.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
