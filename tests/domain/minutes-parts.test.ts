// Long minutes in parts: nothing is lost or told twice, and no part is longer than its reader was promised.
import fc from "fast-check";
import { expect, it } from "vitest";
import type { MinutesEntry } from "../../domain/minutes";
import { minutesPart } from "../../domain/minutes-parts";
import { applicantId, member } from "../support/a-meeting";

type Kind = readonly ["moves" | "discussed" | "call" | "round" | "event", number];

/** Each line with a number of its own. */
function entriesOf(kinds: readonly Kind[]): MinutesEntry[] {
  let seq = 0;
  return kinds.map(([kind, length]): MinutesEntry => {
    const lines = Array.from({ length }, () => {
      seq += 1;
      return { seq, at: `at ${seq}`, by: null, applicantId: applicantId(1) };
    });
    const [first = { seq: 0, at: "", by: null }] = lines;
    const told = { seq: first.seq, at: first.at, by: null };
    switch (kind) {
      case "moves":
        return { kind, ...told, until: lines.at(-1)?.at ?? "", lines: lines.map((line) => ({ ...line, moves: 1 })) };
      case "discussed":
        return { kind, ...told, items: lines.map((line) => ({ ...line, outcomes: [] })) };
      case "round":
        return { kind, ...told, roundId: "r", isAnonymous: false, applicantIds: lines.map((line) => line.applicantId) };
      case "call": {
        const objections = lines.slice(1).map((line) => ({ ...line, category: "other" as const, sentence: line.at }));
        return { kind, ...told, callId: "c", applicantIds: [], noObjection: 0, objections };
      }
      default:
        return { kind, ...told, event: { type: "hostTaken", ...told, memberId: member.pd, commandId: "x" } };
    }
  });
}

const linesOf = (entries: readonly MinutesEntry[]): string[] =>
  entries.flatMap((entry) => {
    if (entry.kind === "moves") return entry.lines.map(({ seq }) => `${entry.kind} ${seq}`);
    if (entry.kind === "discussed") return entry.items.map(({ seq }) => `${entry.kind} ${seq}`);
    if (entry.kind === "call") return [`call ${entry.seq}`, ...entry.objections.map(({ sentence }) => sentence)];
    if (entry.kind === "round") return entry.applicantIds.map((_, index) => `round ${entry.seq + index}`);
    return [`event ${entry.seq}`];
  });

it("[MIN-4] every line is in one part, in the same order, and only what belongs together is longer than a part", () => {
  const someKind = fc.constantFrom<Kind[0]>("moves", "discussed", "call", "round", "event");
  const someKinds = fc.array(fc.tuple(someKind, fc.integer({ min: 1, max: 9 })), { maxLength: 12 });
  fc.assert(
    fc.property(someKinds, fc.integer({ min: 1, max: 7 }), (kinds, size) => {
      const whole = entriesOf(kinds.map(([kind, length]) => [kind, kind === "event" ? 1 : length]));
      const count = minutesPart(whole, 1, size)?.count ?? 0;
      const parts = Array.from({ length: count }, (_, index) => minutesPart(whole, index + 1, size)?.entries ?? []);
      expect(parts.flatMap(linesOf)).toEqual(linesOf(whole));
      for (const part of parts) {
        const [one] = part;
        const isWhole = part.length === 1 && (one?.kind === "call" || one?.kind === "round");
        if (!isWhole) expect(linesOf(part).length).toBeLessThanOrEqual(size);
        const seqs = part.map(({ seq }) => seq);
        expect(new Set(seqs).size, "each entry of a part has a number of its own").toBe(seqs.length);
      }
      if (whole.length > 0) expect(parts.every((part) => part.length > 0)).toBe(true);
      expect(minutesPart(whole, count + 1, size)).toBeUndefined();
      expect(minutesPart(whole, 0, size)).toBeUndefined();
    }),
    { numRuns: 200, seed: 20270204 },
  );
});

it("[MIN-4] a row that is cut says for each piece when it was", () => {
  const [moves] = entriesOf([["moves", 5]]);
  const told = [1, 2, 3].map((number) => minutesPart(moves ? [moves] : [], number, 2)?.entries[0]);
  expect(told.map((entry) => entry?.kind === "moves" && [entry.seq, entry.at, entry.until])).toEqual([
    [1, "at 1", "at 2"],
    [3, "at 3", "at 4"],
    [5, "at 5", "at 5"],
  ]);
});

it("[MIN-4] minutes of nothing are one part", () => {
  expect(minutesPart([], 1)).toEqual({ entries: [], number: 1, count: 1 });
});
