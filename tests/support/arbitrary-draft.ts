// Random drafts: those who prepare asking for anything, sensible or not. For properties of the preliminary list.
import fc from "fast-check";
import { arrangeSources } from "../../domain/arrange-source";
import type { ArrangeList, FreezeDraft, MemberCommand } from "../../domain/commands";
import { applicantId, id, member } from "./a-meeting";
import { APPLICANTS, someCommand } from "./arbitrary-play";

export const somePreparer = fc.constantFrom(member.pd, member.associatePd, member.coordinator);
const someIds = fc.uniqueArray(fc.integer({ min: 1, max: APPLICANTS + 1 }).map(applicantId), { maxLength: 8 });

const someDraftCommand: fc.Arbitrary<MemberCommand | ArrangeList | FreezeDraft> = fc.oneof(
  { weight: 8, arbitrary: someCommand },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("arrangeList" as const),
      source: fc.constantFrom(...arrangeSources),
      protected: someIds,
      middle: someIds,
      red: someIds,
      unplaced: someIds,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: "takeSnapshot" as const, name: "As it stands" }) },
);

export const someDraftSteps = fc.array(fc.record({ by: somePreparer, command: someDraftCommand }), { maxLength: 40 });
export const freezing: FreezeDraft = { type: "freezeDraft", meetingId: id("c", 999_999) };
