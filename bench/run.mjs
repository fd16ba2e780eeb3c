// `npm run bench`: installs and builds what is missing, then measures (bench/main.ts). Options are passed on: --json, --quick,
// --rounds N, --modes latency,room,throughput,idle,meetings,reconnect,processes.
import { findRedis } from "../server/find-programs.mjs";
import { runScript } from "../server/run-script.mjs";

process.env.REDIS_SERVER_PATH = findRedis() ?? "";
await runScript("bench/main.ts");
