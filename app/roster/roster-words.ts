// How far somebody on a roster has come, in words.
import type { RosterLine } from "../../server/load-context";

export interface StateWords {
  badge: string;
  tone: "neutral" | "champion" | "flag";
  /** When, or until when; ISO time. */
  detail: { until?: true; at: string } | null;
}

export function stateWords({ state, invitedAt, invitedUntil, joinedAt, removedAt }: RosterLine): StateWords {
  if (state === "removed")
    return { badge: "Removed", tone: "neutral", detail: removedAt === null ? null : { at: removedAt } };
  if (state === "active")
    return { badge: "Joined", tone: "champion", detail: joinedAt === null ? null : { at: joinedAt } };
  if (invitedUntil) return { badge: "Invited", tone: "flag", detail: { until: true, at: invitedUntil } };
  if (invitedAt) return { badge: "Invitation expired", tone: "flag", detail: { at: invitedAt } };
  return { badge: "Not invited yet", tone: "neutral", detail: null };
}

/** Whom "Invite everybody" would mail. */
export const isUninvited = ({ state, invitedAt }: RosterLine): boolean => state === "invited" && invitedAt === null;

/** `22 people, 3 of them not here yet`. */
export function countWords(people: readonly RosterLine[]): string {
  const onRoster = people.filter(({ state }) => state !== "removed");
  const waiting = onRoster.filter(({ state }) => state === "invited").length;
  const total = onRoster.length === 1 ? "1 person" : `${onRoster.length} people`;
  if (waiting === 0) return total;
  return `${total}, ${waiting === 1 ? "1 has" : `${waiting} have`} not signed in yet`;
}
