// Several processes, one meeting: with REDIS_URL the sockets' packets go through a Redis stream. Without it there is one
// process, and nothing of this is loaded.
import { createAdapter } from "@socket.io/redis-streams-adapter";
import { Redis } from "ioredis";
import { BootProblem } from "./boot-problem";
import type { Logger } from "./log";
import type { MeetingServer } from "./meeting-server";

export interface ClusterAdapter {
  adapter: Parameters<MeetingServer["adapter"]>[0];
  /** For counts that all processes share. A command fails at once while Redis is away. */
  redis: Redis;
  close(): Promise<void>;
}

/** @throws BootProblem when Redis does not answer. */
export async function joinCluster(redisUrl: string, log: Logger): Promise<ClusterAdapter> {
  const redis = new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: null });
  redis.on("error", (error: Error) => log.warn({ reason: error.message }, "redis"));
  await Promise.race([
    redis.connect(),
    new Promise((_, late) => setTimeout(() => late(new Error()), 5000).unref()),
  ]).catch(() => {
    redis.disconnect();
    throw new BootProblem("The Redis server named in REDIS_URL cannot be reached.");
  });
  const forCounts = redis.duplicate({ lazyConnect: false, enableOfflineQueue: false, maxRetriesPerRequest: 0 });
  forCounts.on("error", () => {});
  return {
    adapter: createAdapter(redis) as ClusterAdapter["adapter"],
    redis: forCounts,
    close: async () => {
      redis.disconnect();
      forCounts.disconnect();
    },
  };
}
