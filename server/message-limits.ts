// How many messages a socket and a person may send (LIMIT-2). In the memory of this process alone: a socket lives in one
// process, and a question over the network for every move would cost more than the move.
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import type { Failure } from "../domain/protocol";

/** Seconds over which a burst may spread itself. */
const WINDOW = 10;
/** Somebody's laptop, their phone, and the tab they forgot. */
const SOCKETS_OF_A_PERSON = 2;
/** A join may have to be answered with the whole state. */
const JOIN_COUNTS_AS = 10;
/** Whoever goes on at this multiple of what is allowed does not wait for answers, and is cut off. */
const DEAF = 5;

export const tooManyMessages: Failure = {
  ok: false,
  code: "tooManyMessages",
  message: "That was too much in a short time, so nothing was changed. The same again in a moment will do.",
  retry: true,
};

export type Verdict = "admitted" | "refused" | "deaf";

export interface MessageLimits {
  judge(sender: { socketId: string; personId: string }, event: string): Promise<Verdict>;
}

/** `perSecond`: messages of one socket, on average over ten seconds. */
export function createMessageLimits(perSecond: number): MessageLimits {
  const points = perSecond * WINDOW;
  const ofSocket = new RateLimiterMemory({ points, duration: WINDOW });
  const ofPerson = new RateLimiterMemory({ points: points * SOCKETS_OF_A_PERSON, duration: WINDOW });

  return {
    async judge({ socketId, personId }, event) {
      const count = event === "join" ? JOIN_COUNTS_AS : 1;
      const excesses = await Promise.all([excessOf(ofSocket, socketId, count), excessOf(ofPerson, personId, count)]);
      const excess = Math.max(...excesses);
      if (excess === 0) return "admitted";
      return excess > DEAF ? "deaf" : "refused";
    },
  };
}

/** 0 within the limit; beyond it, how many times the limit was sent. */
const excessOf = (limiter: RateLimiterMemory, key: string, count: number): Promise<number> =>
  limiter.consume(key, count).then(
    () => 0,
    ({ consumedPoints }: RateLimiterRes) => consumedPoints / limiter.points,
  );
