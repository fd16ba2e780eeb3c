// Ten thousand messages of nonsense: every one that asks for an answer gets a typed error, and nothing changes.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memberCommandSchema } from "../../domain/commands";
import { aDatabase } from "../support/database";
import { aServer } from "../support/server";

const MESSAGES = 10_000;

/** Commands that are nearly right: a known type, and fields that are not. */
const types = memberCommandSchema.options.map((option) => option.shape.type.value);
const nearlyRight = fc.record(
  {
    id: fc.oneof(fc.uuid(), fc.string(), fc.integer()),
    meetingId: fc.oneof(fc.uuid(), fc.constant("MEETING"), fc.anything()),
    type: fc.constantFrom(...types),
    applicantId: fc.oneof(fc.uuid(), fc.anything()),
    markId: fc.oneof(fc.uuid(), fc.anything()),
    memberId: fc.oneof(fc.uuid(), fc.anything()),
    to: fc.oneof(fc.anything(), fc.record({ zone: fc.string(), after: fc.anything(), before: fc.anything() })),
    strength: fc.anything(),
    sentence: fc.oneof(fc.string({ maxLength: 2000 }), fc.anything()),
    reason: fc.anything(),
    quota: fc.oneof(fc.integer(), fc.double(), fc.anything()),
  },
  { requiredKeys: ["type"] },
);
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? "null");
const nonsense = fc.oneof(
  fc.record({ event: fc.constant("command"), payload: nearlyRight.map(json) }),
  fc.record({ event: fc.constantFrom("join", "command"), payload: fc.anything().map(json) }),
  fc.record({ event: fc.string({ minLength: 1, maxLength: 12 }), payload: fc.anything().map(json) }),
);
/** Names that Socket.IO keeps for itself; sending them is the client's own error. */
const reserved = new Set([
  "connect",
  "connect_error",
  "disconnect",
  "disconnecting",
  "newListener",
  "removeListener",
  "hold",
  "leave",
]);

describe("[WIRE-1] no message can change what it may not, or end the server", () => {
  it(`${MESSAGES} fuzzed messages: each is answered with a typed error, the state stays`, async () => {
    const database = await aDatabase();
    const server = await aServer(database);
    const observer = await server.join("observer@example.org");
    const before = JSON.stringify(server.live.current(server.meetingId));
    const messages = fc.sample(nonsense, { numRuns: MESSAGES, seed: 11 }).filter(({ event }) => !reserved.has(event));
    const codes = new Map<string, number>();
    const emit = observer.socket.emitWithAck.bind(observer.socket) as (...args: unknown[]) => Promise<unknown>;
    for (let from = 0; from < messages.length; from += 250) {
      const answers = await Promise.all(
        messages.slice(from, from + 250).map(({ event, payload }) => {
          const text = JSON.stringify(payload)?.replaceAll('"MEETING"', JSON.stringify(server.meetingId));
          return emit(event, text === undefined ? undefined : JSON.parse(text));
        }),
      );
      for (const answer of answers as { ok: boolean; code: string; message: string }[]) {
        expect(answer).toMatchObject({ ok: false, code: expect.any(String), message: expect.any(String) });
        expect(answer.code).not.toBe("internal");
        codes.set(answer.code, (codes.get(answer.code) ?? 0) + 1);
      }
    }
    expect([...codes.values()].reduce((sum, count) => sum + count, 0)).toBe(messages.length);
    expect(JSON.stringify(server.live.current(server.meetingId))).toBe(before);
    expect(observer.socket.connected).toBe(true);
  }, 120_000);

  it("a message larger than the limit costs its sender the connection, and nobody else", async () => {
    const server = await aServer(await aDatabase());
    const [loud, quiet] = [await server.join("faculty6@example.org"), await server.join("faculty7@example.org")];
    let cuts = 0;
    quiet.socket.on("disconnect", () => {
      cuts += 1;
    });
    const gone = new Promise((resolve) => loud.socket.once("disconnect", resolve));
    loud.socket.emit("hold", { meetingId: server.meetingId, applicantId: "x".repeat(64 * 1024) });
    await gone;
    expect(cuts).toBe(0);
    expect(quiet.socket.connected).toBe(true);
  });
});
