// `npm run security`: attacks a server of its own with the demo's people, or the one at --url, which has to have the demo on,
// because the attempts sign in as its people and write into its meeting. Exit code 1 when anything got through.
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { signInAt, startServerProcess } from "../support/server-process";
import { attack, table } from "./attack";
import { ownTarget } from "./own-target";

const { values } = parseArgs({ options: { url: { type: "string" } } });

if (values.url === undefined) {
  const folder = await mkdtemp(path.join(tmpdir(), "rank-room-security-"));
  await chmod(folder, 0o755);
  const server = await startServerProcess({ dataDir: folder, env: { LOG_LEVEL: "info", DEMO_MODE: "1" } });
  try {
    report(await attack(ownTarget(server)));
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
} else {
  const { origin } = new URL(values.url);
  const hasDemo = (await fetch(`${origin}/demo`)).ok;
  if (!hasDemo) {
    console.error(`The server at ${origin} does not have the demo on (DEMO_MODE=1), and real people are not attacked.`);
    process.exit(1);
  }
  report(await attack({ origin, signIn: (email) => signInAt(origin, email) }));
}

function report(outcomes: Awaited<ReturnType<typeof attack>>): void {
  console.log(table(outcomes));
  if (outcomes.some(({ through }) => through.length > 0)) process.exitCode = 1;
}
