// Marks in words, for the drawer. No rendering, no permission.
import type { ApplicantId, MemberId } from "../../../domain/ids";
import {
  categoryWords,
  type Endorsement,
  type Flag,
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

export const endorsementTitle = ({ strength }: Pick<Endorsement, "strength">): string => strengthWords[strength];

export const endorsementDetail = ({ relationship, evidence }: Pick<Endorsement, "relationship" | "evidence">): string =>
  [relationship && `${relationshipWords[relationship]}.`, evidence].filter(Boolean).join(" ");

export const flagTitle = ({ category, provenance }: Pick<Flag, "category" | "provenance">): string =>
  `${categoryWords[category]} · ${provenanceWords[provenance]}`;

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
