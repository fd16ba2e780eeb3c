// `npm run bench`: installs and builds what is missing, then measures (bench/main.ts). Options are passed on: --json, --quick,
// --rounds N, --modes latency,room,throughput,idle,meetings,reconnect.
import { runScript } from "../server/run-script.mjs";

await runScript("bench/main.ts");
