// `npm run screenshots`: installs and builds what is missing, then plays a season and takes a picture of each screen, light, dark and on
// a phone (tests/screens/main.ts), into docs/screenshots.
import { runScript } from "../../server/run-script.mjs";

await runScript("tests/screens/main.ts", { needsBrowser: true });
