// While the database is away a page answers 503 and says so: it is no fault of ours, and nothing that was asked is wrong. What comes
// from another site is answered in the same way, with why. One place for all that pages are handed, so that no service has to think
// of it.
import type { AppLoadContext } from "@remix-run/node";
import { failureOf } from "../failure";

/** By then a database that was restarted is back. */
const RETRY_SECONDS = "5";

/** What the page's boundary turns into words; a file or a fetch gets the sentence. */
export const awayAnswer = (): Response =>
  answerOf(503, "The server cannot answer right now. Please try again in a moment.", { "Retry-After": RETRY_SECONDS });

const answerOf = (status: number, sentence: string, headers: Record<string, string> = {}): Response =>
  new Response(`${sentence}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...headers },
  });

function said(error: unknown): never {
  throw failureOf(error).retry ? awayAnswer() : error;
}

/** The same context, whose services answer so. */
export const saidWhileAway = (context: AppLoadContext): AppLoadContext => guarded(context);

function guarded<T extends object>(services: T): T {
  return new Proxy(services, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value === "function")
        return (...given: unknown[]) => called(() => Reflect.apply(value, target, given));
      return typeof value === "object" && value !== null && !Array.isArray(value) ? guarded(value) : value;
    },
  });
}

function called(call: () => unknown): unknown {
  try {
    const answer = call();
    return answer instanceof Promise ? answer.catch(said) : answer;
  } catch (error) {
    return said(error);
  }
}

/** What a page needs to say that it cannot answer. */
export type PageFrame = Pick<AppLoadContext, "cspNonce" | "isProduction" | "isOpenToAll" | "logFault">;

/** For when even who asks could not be read. */
export const contextWhileAway = (frame: PageFrame): AppLoadContext => contextOfAnswer(frame, awayAnswer);

/** For a request for which nothing may be done: a 403 with why. */
export const contextRefused = (frame: PageFrame, why: string): AppLoadContext =>
  contextOfAnswer(frame, () => answerOf(403, why));

/** Whatever else a page takes of its context is the answer. */
function contextOfAnswer(frame: PageFrame, answer: () => Response): AppLoadContext {
  return new Proxy(frame as AppLoadContext, {
    get(target, key) {
      // Whoever waits for it asks whether it is a promise.
      if (key in frame || key === "then" || typeof key === "symbol") return Reflect.get(target, key);
      throw answer();
    },
  });
}
