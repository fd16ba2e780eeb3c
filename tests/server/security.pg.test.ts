// `npm run security` as a test: everything it tries, against the server that people get.
import { expect, test } from "vitest";
import { attack } from "../security/attack";
import { ownTarget } from "../security/own-target";
import { aDatabase } from "../support/database";
import { startServerProcess } from "../support/server-process";

test("[WEB-1] [WEB-2] [WEB-3] nothing gets through of what `npm run security` tries", async () => {
  const database = await aDatabase();
  const env = { DATABASE_URL: database.url, DEMO_MODE: "1", LOG_LEVEL: "info" };
  const server = await startServerProcess({ dataDir: "unused", env });
  const outcomes = await attack(ownTarget(server));
  await server.stop();
  expect(outcomes.filter(({ through }) => through.length > 0)).toEqual([]);
  expect(outcomes.reduce((sum, { tried }) => sum + tried, 0)).toBeGreaterThan(300);
});
