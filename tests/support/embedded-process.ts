// A process that uses the embedded PostgreSQL of the folder it is given until it is told to leave: for tests that kill it.
import { connectEmbedded } from "../../server/embedded-postgres";
import { createLog } from "../../server/log";

const [dataDir = "", role] = process.argv.slice(2);

try {
  const { databaseUrl, startedHere, stop } = await connectEmbedded({
    dataDir,
    log: createLog("silent"),
    asServer: role === "server",
  });
  process.stdout.write(`${JSON.stringify({ databaseUrl, startedHere })}\n`);
  process.stdin.once("end", () => void stop().then(() => process.exit(0))).resume();
} catch (error) {
  process.stderr.write((error as Error).message);
  process.exit(1);
}
