// The weights of voices: they inform tallies, and nothing else can know them.
import { expect, test } from "vitest";
import { emptyMeeting } from "../../domain/meeting";
import { roles } from "../../domain/member";
import { hasVoice, tallyOf } from "../../domain/voices";

test("[VOICE-1] every voice weighs 1 unless it was given another weight", () => {
  expect(tallyOf(["a", "b", "c"], {})).toEqual({ count: 3, weighted: 3, differs: false });
  expect(tallyOf(["a", "b"], { c: 3 })).toEqual({ count: 2, weighted: 2, differs: false });
});

test("[VOICE-2] a tally says that it is weighted where a weight of its own voices is not the usual one", () => {
  expect(tallyOf(["a", "b", "c"], { a: 2.5 })).toEqual({ count: 3, weighted: 4.5, differs: true });
  // The sum may be the count by chance; there is something to say all the same.
  expect(tallyOf(["a", "b"], { a: 0.5, b: 1.5 })).toEqual({ count: 2, weighted: 2, differs: true });
});

test("[VOICE-2] the state of a meeting has no place for a weight", () => {
  expect(Object.keys(emptyMeeting("")).filter((key) => /weigh|voice/i.test(key))).toEqual([]);
});

test("whoever may endorse has a voice", () => {
  expect(roles.filter(hasVoice)).toEqual(["pd", "associatePd", "chief", "faculty"]);
});
