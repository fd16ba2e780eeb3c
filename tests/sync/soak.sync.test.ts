// Two minutes of a meeting in which everything fails now and then; `npm run soak` does the same for half an hour.
import { expect, it } from "vitest";
import { soak } from "../soak/soak";
import { aDatabase } from "../support/database";

it("[SYNC-1] [PIPE-4] twenty clients through two minutes of faults: nobody is behind, and every join was answered as the log has it", async () => {
  const { url: databaseUrl } = await aDatabase();
  const redisPath = process.env.REDIS_SERVER_PATH || undefined;
  const result = await soak({
    ...{ databaseUrl, redisPath, withFaults: true, seed: 20_270_201 },
    ...{ seconds: 120, clients: 20, movesPerSecond: 4 },
  });
  const { wrong, behind, different, lostOrDoubled, faults, judged, moves, servers } = result;
  expect({ wrong, behind, different, lostOrDoubled }).toEqual({
    wrong: [],
    behind: [],
    different: [],
    lostOrDoubled: 0,
  });
  expect(servers.map(({ dropped }) => dropped)).toEqual(servers.map(() => 0));
  // It was no walk in the park: this many joins were compared, and this much failed.
  expect(judged).toBeGreaterThan(60);
  expect(moves).toBeGreaterThan(200);
  expect(faults.blips).toBeGreaterThan(20);
  if (redisPath) expect(faults.kills + faults.redisCuts).toBeGreaterThan(2);
}, 240_000);
