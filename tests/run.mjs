// `npm test`: finds or installs what the tests need, runs them, and ends with one line: `N passed, N failed, N skipped`.
// Arguments go to vitest: `npm test -- tests/domain`, `npm test -- --project unit`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBuilt, ensureInstalled, root } from "../server/ensure-built.mjs";
import { findBrowser, findRedis } from "../server/find-programs.mjs";

process.chdir(root);
ensureInstalled();

const args = process.argv.slice(2);
const env = { ...process.env, NODE_ENV: "test" };
const runsAll = !args.includes("--project");
const runs = (project) => runsAll || args.includes(project);

// Tests that start the server start the one people get.
if (runs("postgres") || runs("e2e")) await ensureBuilt();

if (runs("e2e")) {
  env.CHROMIUM_PATH = (await findBrowser()) ?? "";
  if (!env.CHROMIUM_PATH) {
    console.log(
      "No browser was found or could be installed, so browser tests are skipped. Install Chromium, or set CHROMIUM_PATH.",
    );
  }
}
if (runs("postgres")) {
  env.REDIS_SERVER_PATH = findRedis() ?? "";
  if (!env.REDIS_SERVER_PATH)
    console.log("There is no redis-server here, so tests of several server processes are skipped.");
}

const folder = mkdtempSync(path.join(tmpdir(), "rank-room-report-"));
const report = path.join(folder, "report.json");
const vitest = path.join("node_modules", "vitest", "vitest.mjs");
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
const { status } = spawnSync(process.execPath, [vitest, "run", ...reporters, ...args], { stdio: "inherit", env });
const { passed, failed, skipped } = countResults(report);
rmSync(folder, { recursive: true, force: true });

console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = status === 0 && failed === 0 && passed > 0 ? 0 : 1;

/** A file that could not even be loaded holds no test and counts as one that failed. */
function countResults(file) {
  let results;
  try {
    results = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
  const brokenFiles = results.testResults.filter(
    ({ status: outcome, assertionResults }) =>
      outcome === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + brokenFiles.length,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}
