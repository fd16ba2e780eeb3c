// What a meeting should talk about, found in what its log knows.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AgendaKind, type ScoreOfApplicant, suggestAgenda } from "../../domain/agenda";
import { rankedIds } from "../../domain/rank-list";
import { applicantId as a, aMeeting, id, member } from "../support/a-meeting";

const flag = id("c", 800_001);
const score = (standardised: number, spread = 0.2, count = 3): ScoreOfApplicant => ({ standardised, spread, count });
type Groups = ReturnType<typeof suggestAgenda>;
const flat = (groups: Groups) =>
  groups.flatMap(({ kind, suggestions }) => suggestions.map((suggestion) => ({ kind, ...suggestion })));
const kindsOf = (groups: Groups) =>
  Object.fromEntries(flat(groups).map(({ applicantId, kind }) => [applicantId, kind]));

describe("[AGENDA-2] each suggestion has its reason in a sentence, and none is made twice", () => {
  it("a verified flag on somebody protected", () => {
    const meeting = aMeeting()
      .do(
        { type: "raiseFlag", applicantId: a(1), category: "integrity", provenance: "document", sentence: "Two dates." },
        member.chief,
        flag,
      )
      .do({ type: "verifyFlag", markId: flag, reason: "I saw the file." });
    expect(flat(suggestAgenda(meeting.state))[0]).toEqual({
      applicantId: a(1),
      kind: "verifiedInProtected",
      why: "Protected, with a verified flag.",
    });
  });

  it("[MARK-4] endorsements and verified flags together; a flag that waits is not against them yet", () => {
    const flag = id("c", 11);
    const meeting = aMeeting()
      .do({ type: "endorseApplicant", applicantId: a(5), strength: "strong" }, member.faculty)
      .do(
        {
          type: "raiseFlag",
          applicantId: a(5),
          category: "other",
          provenance: "firstHand",
          sentence: "Came late twice.",
        },
        member.chief,
        flag,
      );
    const found = () => flat(suggestAgenda(meeting.state)).find(({ applicantId }) => applicantId === a(5));
    expect(found()?.kind).not.toBe("marksAgainstMarks");
    meeting.do({ type: "verifyFlag", markId: flag, reason: "I saw the file." });
    expect(found()).toMatchObject({ kind: "marksAgainstMarks", why: "1 endorsement and 1 verified flag." });
  });

  it("scores that are far apart, and none where one interviewer is alone", () => {
    const scores = new Map([1, 2, 3, 4, 5, 6].map((n) => [a(n), score(5 - n / 10)]));
    scores.set(a(4), score(4.6, 1.4, 3));
    scores.set(a(5), score(4.5, 1.4, 1));
    const kinds = kindsOf(suggestAgenda(aMeeting().state, { scores }));
    expect(kinds[a(4)]).toBe("scoresApart");
    expect(kinds[a(5)]).not.toBe("scoresApart");
  });

  it("a gap between scores and place, in ranks", () => {
    const meeting = aMeeting({ protected: 10, middle: 20 });
    const ranked = rankedIds(meeting.state.order);
    const scores = new Map(ranked.map((applicantId, index) => [applicantId, score(5 - index / 10)]));
    scores.set(a(25), score(9));
    const found = flat(suggestAgenda(meeting.state, { scores })).find(({ applicantId }) => applicantId === a(25));
    expect(found).toMatchObject({
      kind: "scoreAgainstPlace",
      why: "Interview scores alone would put them near 1; the list has them at 25.",
    });
  });

  it("protected people whom nobody has met, and people of whom nobody has spoken", () => {
    const meeting = aMeeting({ protected: 3, middle: 5 }).do(
      { type: "endorseApplicant", applicantId: a(1), strength: "strong", relationship: "interviewed" },
      member.faculty,
    );
    const kinds = kindsOf(suggestAgenda(meeting.state));
    expect(kinds[a(1)]).toBeUndefined();
    expect(kinds[a(2)]).toBe("nobodyMet");
    expect(kinds[a(4)]).toBe("nobodySpoke");
    // Beyond three times the quota of two, silence is no news.
    expect(kinds[a(7)]).toBeUndefined();
  });

  it("whoever is on the agenda, settled or confirmed is not suggested again", () => {
    const meeting = aMeeting()
      .do({ type: "addToAgenda", applicantId: a(1), why: "I ask." })
      .do({ type: "settleApplicant", applicantId: a(2), outcome: "held" });
    const kinds = kindsOf(suggestAgenda(meeting.state));
    expect(kinds[a(1)]).toBeUndefined();
    expect(kinds[a(2)]).toBeUndefined();
    expect(kinds[a(3)]).toBeDefined();
  });
});

describe("[AGENDA-4] suggestions are few enough to read", () => {
  const scored = (places: readonly number[], count = 3) =>
    new Map(places.map((place, index) => [a(index + 1), score(-place, 0.2, count)]));
  const inPlace = (length: number) => Array.from({ length }, (_, index) => index + 1);
  const kindOf = (groups: Groups, kind: AgendaKind) => groups.find((group) => group.kind === kind);

  it("a gap between scores and place counts only across a line, and the widest comes first", () => {
    // Quota 2, ten protected: the lines are 2, 6 and 10.
    const places = inPlace(60);
    const swap = (one: number, other: number) => {
      [places[one - 1], places[other - 1]] = [other, one];
    };
    swap(4, 15);
    swap(1, 30);
    swap(35, 55);
    const group = kindOf(
      suggestAgenda(aMeeting({ protected: 10, middle: 50 }).state, { scores: scored(places) }),
      "scoreAgainstPlace",
    );
    expect(group?.suggestions.map(({ applicantId }) => applicantId)).toEqual([a(1), a(30), a(4), a(15)]);
  });

  it("what is missing of most is said once, and suggests those near a line", () => {
    const meeting = aMeeting({ protected: 20, middle: 40 });
    const groups = suggestAgenda({ ...meeting.state, quota: 12 }, { scores: scored(inPlace(60)) });
    const silence = kindOf(groups, "nobodySpoke");
    expect(silence?.common).toBe("Nobody has spoken of any of the 36 at the top yet.");
    expect(silence?.suggestions.map(({ applicantId }) => applicantId)).toEqual(
      [1, 2, 3, 10, 11, 12, 13, 14, 15, 18, 19, 20, 21, 22, 23].map(a),
    );
    expect(silence?.suggestions[0]?.why).toBe("Nobody has spoken of them yet.");
  });

  it("whom fewer have met than is usual is brought up wherever they stand, and nobody where one is usual", () => {
    const { state } = aMeeting({ protected: 3, middle: 12 });
    const scores = scored(inPlace(15));
    scores.set(a(11), score(-11, 0, 1));
    scores.delete(a(12));
    expect(kindOf(suggestAgenda(state, { scores }), "fewMet")?.suggestions).toEqual([
      { applicantId: a(12), why: "Nobody here is on record as having met them; 3 is usual." },
      { applicantId: a(11), why: "One person here is on record as having met them; 3 is usual." },
    ]);
    expect(kindOf(suggestAgenda(state, { scores: scored(inPlace(15), 1) }), "fewMet")).toBeUndefined();
  });

  it("whatever the list and the scores: ranked people, nobody twice, a sentence each, and no group of nothing", () => {
    const someScore = fc.record({
      standardised: fc.double({ min: 1, max: 5, noNaN: true }),
      spread: fc.double({ min: 0, max: 2, noNaN: true }),
      count: fc.integer({ min: 1, max: 4 }),
    });
    const shape = fc.record({ protected: fc.nat(20), middle: fc.nat(30), red: fc.nat(3), unplaced: fc.nat(3) });
    fc.assert(
      fc.property(shape, fc.nat(20), fc.array(fc.option(someScore), { maxLength: 50 }), (sizes, quota, given) => {
        const state = { ...aMeeting(sizes).state, quota };
        const scores = new Map(given.flatMap((one, index) => (one ? [[a(index + 1), one] as const] : [])));
        const groups = suggestAgenda(state, { scores });
        const ids = flat(groups).map(({ applicantId }) => applicantId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(rankedIds(state.order)).toEqual(expect.arrayContaining(ids));
        for (const { suggestions, common } of groups) {
          expect(suggestions.length + (common ? 1 : 0)).toBeGreaterThan(0);
          for (const { why } of suggestions) expect(why).toMatch(/^[A-Z0-9].*\.$/);
        }
        const silent = kindOf(groups, "nobodySpoke");
        if (silent?.common) expect(silent.suggestions.length).toBeLessThanOrEqual(15);
      }),
      { numRuns: 200, seed: 20270202 },
    );
  });
});

it("[AGENDA-2] a flag that waits for a host's verdict is a reason, and a verdict ends it", () => {
  const markId = "cccccccc-0000-4000-8000-00000000f1a7";
  const meeting = aMeeting().do(
    {
      type: "raiseFlag",
      ...{ applicantId: a(5), category: "other", provenance: "document" },
      sentence: "The dates do not agree.",
    },
    member.faculty,
    markId,
  );
  const waiting = () => suggestAgenda(meeting.state).find(({ kind }) => kind === "flagWaits")?.suggestions ?? [];
  expect(waiting()).toEqual([{ applicantId: a(5), why: "1 flag waits for a host's verdict." }]);
  meeting.do({ type: "dismissFlag", markId, reason: "The letter explains it." });
  expect(waiting()).toEqual([]);
});
