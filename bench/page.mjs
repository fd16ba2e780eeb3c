// `npm run bench:page`: installs and builds what is missing, then measures the meeting page in a browser (bench/page/main.ts).
// Options are passed on: --json, --rounds N, --applicants N, --rate MOVES_PER_SECOND, --cpu FACTOR.
import { runScript } from "../server/run-script.mjs";

await runScript("bench/page/main.ts", { needsBrowser: true });
