// Marks in words, for the drawer. No rendering, no permission.
import type { MoveReason } from "../../../domain/anchor";
import type { ApplicantId, MemberId } from "../../../domain/ids";
import {
  categoryWords,
  type Endorsement,
  type Flag,
  type FlagCategory,
  provenanceWords,
  relationshipWords,
  strengthWords,
} from "../../../domain/marks";
import { type MeetingState, nameOf, type Signers } from "../../../domain/meeting";

/** What every mark has. */
export type MarkVoice = Pick<Endorsement, "id" | "applicantId" | "by" | "at" | "struck">;

/** Newest first, struck ones too. */
export function voicesOf(
  endorsements: MeetingState["endorsements"],
  flags: MeetingState["flags"],
  applicantId: ApplicantId,
): { endorsements: Endorsement[]; flags: Flag[] } {
  return { endorsements: newestFirst(endorsements, applicantId), flags: newestFirst(flags, applicantId) };
}

const newestFirst = <Mark extends MarkVoice>(marks: Readonly<Record<string, Mark>>, id: ApplicantId): Mark[] =>
  Object.values(marks)
    .filter(({ applicantId }) => applicantId === id)
    .sort((one, other) => (one.at < other.at ? 1 : -1));

/** A flag's author who is not told to this viewer (SEE-4). */
export const hiddenAuthor = "A member, named to the hosts";

/** Whoever is no longer on the roster signed all the same; the console has no name. */
export const memberName = (signers: Signers, id: MemberId | null): string => {
  if (id === null) return "Import";
  return id === "" ? hiddenAuthor : (nameOf(signers, id) ?? "Somebody outside the meeting");
};

/** Why somebody was moved: "Integrity, document: The letter was forged." Moves of before it was asked have no provenance. */
export function moveReasonWords({ category, provenance, sentence }: MoveReason): string {
  const known = provenance && provenanceWords[provenance].split(":")[0]?.toLowerCase();
  const about = [category && categoryWords[category], known].filter(Boolean).join(", ");
  return [about, sentence].filter(Boolean).join(": ");
}

export const endorsementTitle = ({ strength }: Pick<Endorsement, "strength">): string => strengthWords[strength];

export const endorsementDetail = ({ relationship, evidence }: Pick<Endorsement, "relationship" | "evidence">): string =>
  [relationship && `${relationshipWords[relationship]}.`, evidence].filter(Boolean).join(" ");

export const flagTitle = ({ category, provenance }: Pick<Flag, "category" | "provenance">): string =>
  `${categoryWords[category]} · ${provenanceWords[provenance]}`;

/** "Objection after the call: Integrity". */
export const objectionTitle = ({ category, isLate }: { category: FlagCategory; isLate?: true | undefined }): string =>
  `Objection${isLate ? " after the call" : ""}: ${categoryWords[category]}`;

/** What a flag weighs, in words (MARK-4, MARK-5). */
export function flagStatusWords({ status, struck }: Pick<Flag, "status" | "struck">): string {
  if (struck) return "Not counted: struck";
  switch (status) {
    case "open":
      return "Unverified: not counted, moves nobody";
    case "verified":
      return "Verified: counts";
    case "dismissed":
      return "Dismissed: not counted";
  }
}

/** What a note shows of every mark. */
export const markParts = (mark: MarkVoice, state: MeetingState) => ({
  markId: mark.id,
  applicantId: mark.applicantId,
  by: memberName(state, mark.by),
  at: mark.at,
  struck: mark.struck,
  struckBy: mark.struck && memberName(state, mark.struck.by),
});
