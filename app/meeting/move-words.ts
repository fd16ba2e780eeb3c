// Places and moves in words, as rows, the live region and the pill say them: "27 to 15, protected".
import type { ApplicantId } from "../../domain/ids";
import type { MeetingState } from "../../domain/meeting";
import { placeOf, rankOf } from "../../domain/rank-list";
import type { Place } from "../../domain/zone";

export const placeWords: Record<Place, string> = {
  protected: "protected",
  middle: "middle",
  red: "not ranked",
  unplaced: "not placed yet",
};

export interface Standing {
  place?: Place;
  rank?: number;
}

export const standingIn = (state: MeetingState, id: ApplicantId): Standing => ({
  place: placeOf(state.order, id),
  rank: rankOf(state.order, id),
});

export const nameIn = (state: MeetingState, id: ApplicantId): string => state.applicants[id]?.name ?? "An applicant";

const figure = ({ place, rank }: Standing): string =>
  rank === undefined ? (place ? placeWords[place] : "off the list") : String(rank);

/** "Okafor, Irina, 27 to 15, protected. Undo available." */
export function moveSentence(state: MeetingState, id: ApplicantId, from: Standing): string {
  const now = standingIn(state, id);
  // Nothing can be taken back where nobody was moved: it was proposed, or they stood there already.
  if (now.rank === from.rank && now.place === from.place) {
    const isProposed = state.room.proposals.some(({ applicantId }) => applicantId === id);
    return `${nameIn(state, id)} stays at ${figure(now)}${isProposed ? ": the move is proposed to the hosts" : ""}.`;
  }
  const zone = now.rank === undefined || !now.place ? "" : `, ${placeWords[now.place]}`;
  return `${nameIn(state, id)}, ${figure(from)} to ${figure(now)}${zone}. Undo available.`;
}
