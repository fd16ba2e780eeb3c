// `npm run security`: installs and builds what is missing, then attacks (tests/security/main.ts). Options: --url ADDRESS.
import { runScript } from "../../server/run-script.mjs";

await runScript("tests/security/main.ts");
