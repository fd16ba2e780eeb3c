// `npm run soak`: installs and builds what is missing, then lets a meeting run for long (tests/soak/main.ts). Options: --minutes N (30),
// --clients N (20), --moves N a second (2), --calm for a meeting without faults.
import { findRedis } from "../../server/find-programs.mjs";
import { runScript } from "../../server/run-script.mjs";

process.env.REDIS_SERVER_PATH = findRedis() ?? "";
await runScript("tests/soak/main.ts");
