// The decision on what is written into an applicant's file by hand (FILE-1): only the fields that were shown and changed, and
// only while they still say what was shown.
import type { ApplicantFacts, HandFacts } from "./applicant";
import type { ChangeApplicantFile } from "./commands";
import { accept, type Decision, reject } from "./decision";
import type { MeetingState } from "./meeting";
import { sameValue } from "./same-value";

export function decideFileChange(state: MeetingState, { applicantId, was, set }: ChangeApplicantFile): Decision {
  const known = state.applicants[applicantId];
  if (!known) return reject({ code: "applicantUnknown" });
  const fields = [...new Set([...Object.keys(was), ...Object.keys(set)])] as (keyof HandFacts)[];
  if (fields.some((field) => !sameValue(known[field], was[field]))) return reject({ code: "fileChangedSince" });
  if (fields.every((field) => sameValue(was[field], set[field]))) return accept();
  const { id: _id, withdrawn: _withdrawn, ...facts } = known;
  const kept = Object.entries(facts).filter(([field]) => !fields.includes(field as keyof HandFacts));
  return accept({
    type: "applicantFileChanged",
    applicantId,
    facts: { ...(Object.fromEntries(kept) as ApplicantFacts), ...set },
  });
}
