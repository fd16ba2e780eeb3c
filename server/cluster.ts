// Several processes, one meeting: with REDIS_URL they tell each other, on one channel, that a log has grown and who is here. What
// is told is a hint and may be lost: the log is read anyway (see other-processes.ts). Without REDIS_URL there is one process, and
// nothing of this is loaded.
import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { z } from "zod";
import { idSchema } from "../domain/schemas";
import { BootProblem } from "./boot-problem";
import type { Logger } from "./log";

const channel = "rank-room";

const messageSchema = z.discriminatedUnion("kind", [
  /** The log of a meeting stands at `seq`. */
  z.object({ kind: z.literal("log"), meetingId: idSchema, seq: z.number().int().min(0) }),
  /** Members with a socket of the meeting at the process that tells, and the rows they hold. */
  z.object({
    kind: z.literal("here"),
    meetingId: idSchema,
    here: z.array(z.object({ memberId: idSchema, holding: idSchema.nullable() })),
  }),
  /** Somebody has just begun to listen: who is where? */
  z.object({ kind: z.literal("whoIsHere") }),
]);
export type ClusterMessage = z.infer<typeof messageSchema>;
const letterSchema = z.object({ from: z.uuid(), message: messageSchema });

export interface Ears {
  heard(message: ClusterMessage, from: string): void;
  /** Listening, now or again: what was told before has not been heard. */
  listening(): void;
}

export interface Cluster {
  /** For counts that all processes share. A command fails at once while Redis is away. */
  redis: Redis;
  /** Tells the other processes. Nobody waits for it; while Redis is away it is lost. */
  tell(message: ClusterMessage): void;
  listen(ears: Ears): Promise<void>;
  close(): Promise<void>;
}

/** @throws BootProblem when Redis does not answer. */
export async function joinCluster(redisUrl: string, log: Logger): Promise<Cluster> {
  const own = randomUUID();
  const subscriber = new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: null, autoResubscribe: false });
  subscriber.on("error", (error: Error) => log.warn({ reason: error.message }, "redis"));
  await Promise.race([
    subscriber.connect(),
    new Promise((_, late) => setTimeout(() => late(new Error()), 5000).unref()),
  ]).catch(() => {
    subscriber.disconnect();
    throw new BootProblem("The Redis server named in REDIS_URL cannot be reached.");
  });
  const redis = subscriber.duplicate({
    ...{ lazyConnect: false, enableOfflineQueue: false, maxRetriesPerRequest: 0, enableAutoPipelining: true },
  });
  redis.on("error", () => {});
  return {
    redis,
    tell: (message) => {
      redis.publish(channel, JSON.stringify({ from: own, message })).catch(() => {});
    },
    async listen({ heard, listening }) {
      subscriber.on("message", (_channel, text) => {
        const letter = letterSchema.safeParse(parsedJson(text));
        if (!letter.success) return log.warn({ reason: letter.error.message }, "not understood from another process");
        if (letter.data.from !== own) heard(letter.data.message, letter.data.from);
      });
      const subscribe = async () => {
        await subscriber.subscribe(channel);
        listening();
      };
      subscriber.on("ready", () => {
        subscribe().catch((error: Error) => log.warn({ reason: error.message }, "redis"));
      });
      await subscribe();
    },
    close: async () => {
      subscriber.disconnect();
      redis.disconnect();
    },
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
