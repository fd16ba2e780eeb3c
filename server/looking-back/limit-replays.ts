// Pages that go through a meeting's log, and the writing of long ones, are work of a tenth of a second each: two at once, the others in
// their turn, so that a room that all look back at once does not keep everybody's moves waiting; and four a person, so that nobody takes
// the others' turns.
import type { RequestHandler } from "express";
import pLimit from "p-limit";
import type { RequestHeaders } from "../auth/cookie";

const AT_ONCE = 2;
const EACH = 4;
/** A reader whose line is slow keeps nobody else waiting for longer. */
const LONGEST_MS = 5000;

const tooMany =
  "You have several of this meeting's pages under way already. Wait until they are there, then open this one again.";

/** `/meetings/:id/minutes` and its neighbours, with what their pages ask for behind them. */
const isReplay = (path: string): boolean =>
  /^\/meetings\/[^/]+\/(?:(?:minutes|differences|reasons)(?:\.data)?|at(?:[/.].*)?|applicants\/[^/]+\/history(?:\.data)?)$/.test(
    path,
  );

/** `readerOf`: who asks, by their session; undefined: nobody, who is shown nothing and waits for nobody. */
export function limitReplays(readerOf: (headers: RequestHeaders) => string | undefined): RequestHandler {
  const inTurn = pLimit(AT_ONCE);
  const underWay = new Map<string, number>();
  return (request, response, next) => {
    const reader = isReplay(request.path) ? readerOf(request.headers) : undefined;
    if (reader === undefined) return next();
    const own = underWay.get(reader) ?? 0;
    if (own >= EACH) {
      response.status(429).set("Retry-After", "2").type("text").send(`${tooMany}\n`);
      return;
    }
    underWay.set(reader, own + 1);
    const closed = new Promise<void>((resolve) => void response.once("close", resolve));
    void closed.then(() => {
      const left = (underWay.get(reader) ?? 1) - 1;
      if (left > 0) underWay.set(reader, left);
      else underWay.delete(reader);
    });
    void inTurn(async () => {
      // Gone while it waited: nobody reads the answer.
      if (response.closed) return;
      next();
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, LONGEST_MS).unref())]);
    });
  };
}
