// Where the run found no browser, its tests are skipped and counted as skipped, never as passed.
import { beforeEach } from "vitest";

beforeEach((context) => {
  if (!process.env.CHROMIUM_PATH) context.skip("no browser: set CHROMIUM_PATH to one");
});
