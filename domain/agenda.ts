// What a meeting should talk about, found in what its log knows (AGENDA-2): suggestions, each with its reason in a sentence. They
// order nobody and add nobody by themselves; a host takes them onto the agenda or leaves them.
import { counted } from "./count-words";
import type { ApplicantId } from "./ids";
import { isOpenFlag, isVerified, type Relationship } from "./marks";
import { endorsementsOf, flagsOf, type MeetingState } from "./meeting";
import { rankedIds, ranksIn } from "./rank-list";

export const agendaKinds = [
  "verifiedInProtected",
  "marksAgainstMarks",
  "scoresApart",
  "scoreAgainstPlace",
  "nobodyMet",
  "nobodySpoke",
] as const;
export type AgendaKind = (typeof agendaKinds)[number];

export interface AgendaSuggestion {
  applicantId: ApplicantId;
  kind: AgendaKind;
  /** A whole sentence. */
  why: string;
}

/** An applicant's interview scores, on the program's own scale. */
export interface ScoreOfApplicant {
  standardised: number;
  /** Standard deviation over the raters. */
  spread: number;
  /** Raters. */
  count: number;
}

/** What is known beside the log; what is not known suggests nothing. */
export interface BesideTheLog {
  scores?: ReadonlyMap<ApplicantId, ScoreOfApplicant>;
}

/** Ranks between the place on the list and the place by scores that are worth a word: a tenth of the list, 8 at least. */
const LEAST_GAP = 8;
/** Spread that is worth a word: half as much again as is usual on this list. */
const WIDE = 1.5;
/** How far down the list silence is worth a word: three times the quota. */
const DEPTH = 3;

const firstHand: ReadonlySet<Relationship | undefined> = new Set(["interviewed", "supervised", "workedWith"]);

/** In the order of `agendaKinds`, and within a kind by rank. Nobody twice: the first reason stands. */
export function suggestAgenda(state: MeetingState, { scores = new Map() }: BesideTheLog = {}): AgendaSuggestion[] {
  const { room } = state;
  const known = new Set([
    ...room.agenda.map(({ applicantId }) => applicantId),
    ...Object.keys(room.outcomes),
    ...Object.keys(room.confirmed),
  ]);
  const ranked = rankedIds(state.order);
  const asked = ranked.filter((id) => !known.has(id));
  const isProtected = new Set(state.order.protected);
  const apart = wideSpread(ranked, scores);
  const byScore = ranksByScore(ranked, scores);
  const gap = Math.max(LEAST_GAP, Math.round(ranked.length / 10));
  const whyOf: Record<AgendaKind, (id: ApplicantId, rank: number) => string | undefined> = {
    verifiedInProtected: (id) =>
      isProtected.has(id) && flagsOf(state, id).some(isVerified) ? "Protected, with a verified flag." : undefined,
    marksAgainstMarks: (id) => {
      const endorsed = endorsementsOf(state, id).length;
      const flagged = flagsOf(state, id).filter((flag) => isVerified(flag) || isOpenFlag(flag)).length;
      if (endorsed === 0 || flagged === 0) return undefined;
      return `${counted(endorsed, "endorsement")} and ${counted(flagged, "flag")}.`;
    },
    scoresApart: (id) => {
      const score = scores.get(id);
      if (!score || !apart.has(id)) return undefined;
      return `Scores are far apart: ${counted(score.count, "interviewer")}, spread ${score.spread.toFixed(1)}.`;
    },
    scoreAgainstPlace: (id, rank) => {
      const place = byScore.get(id);
      if (place === undefined || Math.abs(place - rank) < gap) return undefined;
      return `Interview scores alone would put them near ${place}; the list has them at ${rank}.`;
    },
    nobodyMet: (id) => {
      if (!isProtected.has(id) || (scores.get(id)?.count ?? 0) > 0) return undefined;
      const met = endorsementsOf(state, id).some(({ relationship }) => firstHand.has(relationship));
      return met ? undefined : "Protected, and nobody here is on record as having met them.";
    },
    nobodySpoke: (id, rank) => {
      if (rank > state.quota * DEPTH || (room.spent[id] ?? 0) > 0) return undefined;
      const marks = endorsementsOf(state, id).length + flagsOf(state, id).length;
      return marks === 0 ? "Nobody has spoken of them yet." : undefined;
    },
  };
  const rankOf = ranksIn(state.order);
  const taken = new Set<ApplicantId>();
  return agendaKinds.flatMap((kind) =>
    asked.flatMap((applicantId) => {
      if (taken.has(applicantId)) return [];
      const why = whyOf[kind](applicantId, rankOf.get(applicantId) ?? 0);
      if (why === undefined) return [];
      taken.add(applicantId);
      return [{ applicantId, kind, why }];
    }),
  );
}

/** Whose raters differ much more than is usual here; one rater alone differs from nobody. */
function wideSpread(ids: readonly ApplicantId[], scores: ReadonlyMap<ApplicantId, ScoreOfApplicant>): Set<ApplicantId> {
  const several = ids.flatMap((id) => {
    const score = scores.get(id);
    return score && score.count > 1 ? [{ id, spread: score.spread }] : [];
  });
  if (several.length === 0) return new Set();
  const usual = several.reduce((sum, { spread }) => sum + spread, 0) / several.length;
  return new Set(several.flatMap(({ id, spread }) => (spread > 0 && spread >= usual * WIDE ? [id] : [])));
}

/** Places by scores among those who have one, stretched over the whole list so that they compare with ranks. */
function ranksByScore(
  ids: readonly ApplicantId[],
  scores: ReadonlyMap<ApplicantId, ScoreOfApplicant>,
): Map<ApplicantId, number> {
  const scored = ids.flatMap((id) => {
    const score = scores.get(id);
    return score ? [{ id, standardised: score.standardised }] : [];
  });
  scored.sort((one, other) => other.standardised - one.standardised);
  const stretch = scored.length === 0 ? 1 : ids.length / scored.length;
  return new Map(scored.map(({ id }, index) => [id, Math.round((index + 0.5) * stretch + 0.5)]));
}
