// `npm run bench:depth`: how often the depth lines hold, in made-up programs (bench/depth-main.ts). Options: --worlds N, --seed N.
import { runScript } from "../server/run-script.mjs";

await runScript("bench/depth-main.ts");
