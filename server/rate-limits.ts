// How often a way in may be tried: per address, per network address, and altogether (LIMIT-1). Counted in memory, or in
// Redis where several processes serve (docs/decisions/0017). Many people of one hospital share a network address, so those
// limits are wide; a sign-in that succeeds gives its try back.
import type { Redis } from "ioredis";
import {
  type IRateLimiterOptions,
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
} from "rate-limiter-flexible";
import { networkOf } from "./client-address";
import type { Logger } from "./log";

const minute = 60;
const wayIn = {
  linkByAddress: { points: 6, duration: 15 * minute },
  linkByNetwork: { points: 120, duration: 15 * minute },
  passwordByAddress: { points: 50, duration: 60 * minute },
  passwordByAddressAndNetwork: { points: 10, duration: 15 * minute },
  passwordByNetwork: { points: 120, duration: 15 * minute },
  // Each costs a tenth of a second of a core.
  passwordByAnybody: { points: 300, duration: minute },
} satisfies Record<string, { points: number; duration: number }>;

type WayIn = keyof typeof wayIn;

export interface RateLimits {
  /** Counts a try from a network address; false when there have been too many. */
  mayAskForLink(email: string, from: string): Promise<boolean>;
  mayTryPassword(email: string, from: string): Promise<boolean>;
  /** The try was right and does not count. */
  passwordWasRight(email: string, from: string): Promise<void>;
}

export function createRateLimits({ redis, log }: { redis?: Redis | undefined; log: Logger }): RateLimits {
  const names = Object.keys(wayIn) as WayIn[];
  const limiters = Object.fromEntries(names.map((name) => [name, limiter(name)])) as Record<WayIn, RateLimiterAbstract>;

  function limiter(name: WayIn): RateLimiterAbstract {
    const options: IRateLimiterOptions = { ...wayIn[name], keyPrefix: `rank-room:${name}` };
    const memory = new RateLimiterMemory(options);
    // While Redis is away each process counts for itself.
    return redis ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory }) : memory;
  }

  async function count(name: WayIn, key: string): Promise<boolean> {
    try {
      await limiters[name].consume(key);
      return true;
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      log.warn({ limit: name }, "too many tries");
      return false;
    }
  }

  const keysOf = (email: string, from: string) => {
    const address = email.trim().toLowerCase();
    const network = networkOf(from);
    return { address, network, both: `${address} ${network}` };
  };

  return {
    async mayAskForLink(email, from) {
      const { address, network } = keysOf(email, from);
      return (await count("linkByNetwork", network)) && (await count("linkByAddress", address));
    },

    async mayTryPassword(email, from) {
      const { address, network, both } = keysOf(email, from);
      return (
        (await count("passwordByNetwork", network)) &&
        (await count("passwordByAddressAndNetwork", both)) &&
        (await count("passwordByAddress", address)) &&
        (await count("passwordByAnybody", ""))
      );
    },

    async passwordWasRight(email, from) {
      const { address, network, both } = keysOf(email, from);
      await Promise.all([
        limiters.passwordByNetwork.reward(network),
        limiters.passwordByAddressAndNetwork.reward(both),
        limiters.passwordByAddress.reward(address),
      ]);
    },
  };
}
