// How the programs beside the server run (benches, attacks, screenshots): from their sources, after installing and building what is
// missing, with what follows on the command line.
import { spawn } from "node:child_process";
import path from "node:path";
import { ensureBuilt, ensureInstalled, root } from "./ensure-built.mjs";
import { findBrowser } from "./find-programs.mjs";

/** `script`: from the project's root. Its exit code becomes ours. With `needsBrowser` it finds one named in CHROMIUM_PATH. */
export async function runScript(script, { needsBrowser = false } = {}) {
  process.chdir(root);
  ensureInstalled();
  await ensureBuilt();
  const env = { ...process.env };
  if (needsBrowser) {
    env.CHROMIUM_PATH = await findBrowser();
    if (!env.CHROMIUM_PATH) {
      console.error("No browser was found or could be installed. Install Chromium, or set CHROMIUM_PATH to one.");
      process.exit(1);
    }
  }
  const tsx = path.join(root, "node_modules", "tsx", "dist", "cli.mjs");
  const child = spawn(process.execPath, [tsx, script, ...process.argv.slice(2)], { stdio: "inherit", env });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
}
