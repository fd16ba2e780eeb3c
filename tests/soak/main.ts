// `npm run soak`: the demo's meeting for half an hour with twenty members, on a database of its own, with everything around it failing
// now and then. Says every ten seconds how it stands, can be stopped at any time, and ends with 1 if anybody was told wrong.
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { openDatabase } from "../../db/client";
import { migrateToLatest } from "../../db/migrate";
import { connectEmbedded } from "../../server/embedded-postgres";
import { createLog } from "../../server/log";
import { type SoakFigures, soak } from "./soak";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "30" },
    clients: { type: "string", default: "20" },
    moves: { type: "string", default: "2" },
    seed: { type: "string", default: String(Date.now() % 100_000) },
    calm: { type: "boolean", default: false },
  },
});
let isOver = false;
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    isOver = true;
  });
}

const folder = await mkdtemp(path.join(tmpdir(), "rank-room-soak-"));
await chmod(folder, 0o755);
const embedded = await connectEmbedded({ dataDir: folder, log: createLog("silent"), asServer: true });
try {
  const { db, close } = openDatabase(embedded.databaseUrl, { max: 1 });
  await migrateToLatest(db);
  await close();
  const redisPath = process.env.REDIS_SERVER_PATH || undefined;
  console.log(`${redisPath ? "Two processes with Redis" : "One process (no redis-server here)"}, seed ${values.seed}.`);
  const result = await soak({
    ...{ databaseUrl: embedded.databaseUrl, redisPath, withFaults: !values.calm },
    ...{ seconds: 60 * Number(values.minutes), clients: Number(values.clients), movesPerSecond: Number(values.moves) },
    ...{ seed: Number(values.seed), isOver: () => isOver, onLook: (figures) => console.log(lineOf(figures)) },
  });
  const { different, wrong, behind } = result;
  console.log(`In the end: ${lineOf(result)}`);
  console.log(`Faults: ${JSON.stringify(result.faults)}. Acknowledged and lost, or doubled: ${result.lostOrDoubled}.`);
  console.log(`Not as the log has it: ${different.length === 0 ? "nobody" : different.join(", ")}.`);
  for (const one of [...new Set(wrong), ...behind]) console.log(`  ${one}`);
  const isRight = different.length + wrong.length + behind.length + result.lostOrDoubled === 0;
  console.log(isRight ? "Nobody was behind, and nobody was told wrong." : "Somebody was told wrong.");
  process.exitCode = isRight ? 0 : 1;
} finally {
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
}

function lineOf({ seconds, seq, moves, joins, judged, wrong, behind, connections, servers }: SoakFigures): string {
  const processes = servers.map(({ rssMb, files, handles }) => `${rssMb} MB, ${files} files, ${handles} handles`);
  return [
    `${seconds} s: event ${seq}, ${moves} moves, ${joins} joins, ${judged} answers compared, ${wrong.length} wrong`,
    `${behind.length} behind | ${processes.join(" | ")} | ${connections} database connections`,
  ].join(", ");
}
