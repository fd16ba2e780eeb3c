// What came of a call for objections, in words.
import { describe, expect, it } from "vitest";
import { objectionTitle } from "../../app/meeting/drawer/mark-words";
import { callAnswers } from "../../app/meeting/room/call-words";

describe("what came of a call", () => {
  it("[CALL-5] says who was not here apart from who said nothing", () => {
    const words = callAnswers({ objections: [{ by: "a" }, { by: "a" }], noObjection: 1, noResponse: 4, absent: 16 });
    expect(words).toBe("1 objected, 1 no objection, 4 said nothing, 16 were not here");
  });

  it("[CALL-5] says that no objection was heard where too few answered, and of nobody that they are confirmed", () => {
    const few = callAnswers({ objections: [{ by: "a" }], noObjection: 1, noResponse: 4, absent: 16, isUnheard: true });
    expect(few).toBe(
      "1 objected, 1 no objection, 4 said nothing, 16 were not here. No objection was heard from the others, and nobody is confirmed by it",
    );
    const none = callAnswers({ objections: [], noObjection: 0, noResponse: 9, absent: 0, isUnheard: true });
    expect(none).toMatch(/^0 objected, 0 no objection, 9 said nothing, 0 were not here\. No objection was heard/);
    expect(callAnswers({ objections: [], noObjection: 5, noResponse: 5, absent: 3 })).not.toMatch(/heard|confirmed/);
  });

  it("[CALL-6] counts late objections apart from the call's own", () => {
    const objections = [{ by: "a" }, { by: "a", isLate: true }, { by: "b", isLate: true }] as const;
    expect(callAnswers({ objections, noObjection: 0, noResponse: 2, absent: 1 })).toBe(
      "1 objected, 0 no objection, 2 said nothing, 1 was not here; 2 objected after the call",
    );
    expect(objectionTitle({ category: "integrity", isLate: true })).toMatch(/^Objection after the call: /);
    expect(objectionTitle({ category: "integrity" })).toMatch(/^Objection: /);
  });
});
