// `npm run bench`: installs and builds what is missing, then measures (bench/main.ts). Options are passed on: --json, --quick,
// --rounds N, --modes latency,room,throughput,idle,meetings,reconnect.
import { spawn } from "node:child_process";
import path from "node:path";
import { ensureBuilt, ensureInstalled, root } from "../server/ensure-built.mjs";

process.chdir(root);
ensureInstalled();
await ensureBuilt();
const tsx = path.join(root, "node_modules", "tsx", "dist", "cli.mjs");
const child = spawn(process.execPath, [tsx, "bench/main.ts", ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
