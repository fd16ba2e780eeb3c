// `npm run screenshots`: installs and builds what is missing, then plays a season and takes a picture of each screen, light, dark and on
// a phone (tests/screens/main.ts), into docs/screenshots.
import { spawn } from "node:child_process";
import path from "node:path";
import { ensureBuilt, ensureInstalled, root } from "../../server/ensure-built.mjs";
import { findBrowser } from "../../server/find-programs.mjs";

process.chdir(root);
ensureInstalled();
await ensureBuilt();
const browser = await findBrowser();
if (!browser) {
  console.error("No browser was found or could be installed. Install Chromium, or set CHROMIUM_PATH to one.");
  process.exit(1);
}
const tsx = path.join(root, "node_modules", "tsx", "dist", "cli.mjs");
const child = spawn(process.execPath, [tsx, "tests/screens/main.ts", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, CHROMIUM_PATH: browser },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
