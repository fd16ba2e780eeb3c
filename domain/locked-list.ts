// The list that a lock freezes: one entry a rank, with the identifiers R3 matches on (LOCK-4).
import type { ApplicantId } from "./ids";
import type { MeetingState } from "./meeting";
import { rankedIds } from "./rank-list";

export interface RankEntry {
  /** 1-based, continuous. */
  rank: number;
  applicantId: ApplicantId;
  name: string;
  aamcId?: string;
  nrmpId?: string;
  zone: "protected" | "middle";
}

/** Ranked applicants in order. Red, unplaced and withdrawn people are in none of them. */
export function rankEntries(state: MeetingState): RankEntry[] {
  const protectedCount = state.order.protected.length;
  return rankedIds(state.order).flatMap((applicantId, index) => {
    const applicant = state.applicants[applicantId];
    if (!applicant || applicant.withdrawn) return [];
    const { name, aamcId, nrmpId } = applicant;
    const zone = index < protectedCount ? "protected" : "middle";
    return [
      { rank: index + 1, applicantId, name, ...(aamcId && { aamcId }), ...(nrmpId && { nrmpId }), zone } as const,
    ];
  });
}
