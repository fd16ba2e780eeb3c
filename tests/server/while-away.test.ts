// What pages are handed while the database is away: every service answers 503, and a fault of ours stays one.
import type { AppLoadContext } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { contextRefused, contextWhileAway, type PageFrame, saidWhileAway } from "../../server/context/while-away";

const away = Object.assign(new Error("connect ECONNREFUSED 10.0.0.5:5432"), { code: "ECONNREFUSED" });
const fault = new TypeError("undefined is not a function");
const frame: PageFrame = { cspNonce: "n", isProduction: true, isOpenToAll: false, logFault: () => {} };

/** What is thrown, or what is answered. */
async function outcomeOf(ask: () => unknown): Promise<unknown> {
  try {
    return await ask();
  } catch (thrown) {
    return thrown instanceof Response ? thrown.status : thrown;
  }
}

function aContext() {
  return saidWhileAway({
    ...frame,
    person: { id: "p", name: "Ada Byron" },
    lookingBack: {
      words: "of the meeting",
      depth: () => Promise.reject(away),
      minutes: () => Promise.reject(fault),
      differences: () => Promise.resolve({ title: "The meeting" }),
      listAt: () => {
        throw away;
      },
    },
    signIn: { link: { look: () => Promise.reject(new Error("rolled back", { cause: away })) } },
  } as unknown as AppLoadContext) as unknown as {
    person: { name: string };
    lookingBack: Record<"depth" | "minutes" | "differences" | "listAt", () => unknown> & { words: string };
    signIn: { link: { look: () => unknown } };
  };
}

describe("a page's services while the database is away", () => {
  it("answer 503, at any depth, later or at once", async () => {
    const { lookingBack, signIn } = aContext();
    expect(await outcomeOf(lookingBack.depth)).toBe(503);
    expect(await outcomeOf(lookingBack.listAt)).toBe(503);
    expect(await outcomeOf(signIn.link.look)).toBe(503);
  });

  it("leave a fault of ours, and every other answer, as it is", async () => {
    const { lookingBack, person } = aContext();
    expect(await outcomeOf(lookingBack.minutes)).toBe(fault);
    expect(await outcomeOf(lookingBack.differences)).toEqual({ title: "The meeting" });
    expect([lookingBack.words, person.name]).toEqual(["of the meeting", "Ada Byron"]);
  });

  it("where even who asks is not known, give the frame of the page and nothing else", async () => {
    const context = contextWhileAway(frame);
    expect([context.cspNonce, context.isOpenToAll]).toEqual(["n", false]);
    expect(await outcomeOf(() => context.person)).toBe(503);
    expect(await outcomeOf(() => context.meetings)).toBe(503);
    // It is waited for before it is used.
    expect(await Promise.resolve(context)).toBe(context);
  });
});

it("[WEB-1] where nothing may be done, every service answers why", async () => {
  const context = contextRefused(frame, "It came from elsewhere.");
  const thrown = await Promise.resolve()
    .then(() => context.signIn)
    .catch((answer: unknown) => answer);
  expect(thrown).toBeInstanceOf(Response);
  expect([(thrown as Response).status, await (thrown as Response).text()]).toEqual([403, "It came from elsewhere.\n"]);
});
