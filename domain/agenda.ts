// What a meeting should talk about, found in what its log knows (AGENDA-2, AGENDA-4): suggestions, each with its reason in a sentence,
// the strongest of each reason first. They order nobody and add nobody by themselves; a host takes them onto the agenda or leaves them.
import { counted } from "./count-words";
import type { ApplicantId } from "./ids";
import { isOpenFlag, isVerified, type Relationship } from "./marks";
import { endorsementsOf, flagsOf, type MeetingState } from "./meeting";
import { rankedIds, ranksIn } from "./rank-list";

export const agendaKinds = [
  "verifiedInProtected",
  "marksAgainstMarks",
  "flagWaits",
  "nobodyMet",
  "fewMet",
  "scoresApart",
  "scoreAgainstPlace",
  "nobodySpoke",
] as const;
export type AgendaKind = (typeof agendaKinds)[number];

export interface AgendaSuggestion {
  applicantId: ApplicantId;
  /** A whole sentence. */
  why: string;
}

export interface AgendaGroup {
  kind: AgendaKind;
  /** Strongest first, and then by rank. Empty where `common` says it all. */
  suggestions: AgendaSuggestion[];
  /** Said once, where the reason holds for most of those it could hold for: then only those near a line are suggested. */
  common?: string;
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
/** How far down the list a place may still be filled, in quotas: silence beyond it is no news. */
const DEPTH = 3;
/** Ranks on either side of a line that are near it. */
const NEAR = 3;

const firstHand: ReadonlySet<Relationship | undefined> = new Set(["interviewed", "supervised", "workedWith"]);

interface Found {
  why: string;
  strength: number;
}

/** In the order of `agendaKinds`. Nobody twice: the first reason stands. */
export function suggestAgenda(state: MeetingState, { scores = new Map() }: BesideTheLog = {}): AgendaGroup[] {
  const { room, quota } = state;
  const ranked = rankedIds(state.order);
  const isProtected = new Set(state.order.protected);
  const within = quota * DEPTH;
  // On which side of these somebody stands can decide something; elsewhere ten ranks more or less decide nothing.
  const lines = [quota, isProtected.size, within];
  const isNearLine = (rank: number) =>
    [0, quota, isProtected.size].some((line) => rank > line - NEAR && rank <= line + NEAR);
  const apart = wideSpread(ranked, scores);
  const byScore = ranksByScore(ranked, scores);
  const gap = Math.max(LEAST_GAP, Math.round(ranked.length / 10));
  const met = new Map(ranked.map((id) => [id, metBy(state, id, scores)]));
  const usuallyMet = middleOf([...met.values()]);
  const findings: Record<AgendaKind, (id: ApplicantId, rank: number) => Found | undefined> = {
    verifiedInProtected: (id) =>
      isProtected.has(id) && flagsOf(state, id).some(isVerified)
        ? { why: "Protected, with a verified flag.", strength: 1 }
        : undefined,
    marksAgainstMarks: (id) => {
      const endorsed = endorsementsOf(state, id).length;
      const flagged = flagsOf(state, id).filter(isVerified).length;
      if (endorsed === 0 || flagged === 0) return undefined;
      return {
        why: `${counted(endorsed, "endorsement")} and ${counted(flagged, "verified flag")}.`,
        strength: Math.min(endorsed, flagged),
      };
    },
    flagWaits: (id) => {
      const waiting = flagsOf(state, id).filter(isOpenFlag).length;
      if (waiting === 0) return undefined;
      return {
        why: `${counted(waiting, "flag")} ${waiting === 1 ? "waits" : "wait"} for a host's verdict.`,
        strength: waiting,
      };
    },
    nobodyMet: (id) =>
      isProtected.has(id) && met.get(id) === 0
        ? { why: "Protected, and nobody here is on record as having met them.", strength: 1 }
        : undefined,
    fewMet: (id) => {
      const few = met.get(id) ?? 0;
      if (usuallyMet === 0 || few > usuallyMet / 2) return undefined;
      const who = few === 0 ? "Nobody here is" : few === 1 ? "One person here is" : `${few} people here are`;
      return { why: `${who} on record as having met them; ${usuallyMet} is usual.`, strength: -few };
    },
    scoresApart: (id) => {
      const score = scores.get(id);
      if (!score || !apart.has(id)) return undefined;
      return {
        why: `Scores are far apart: ${counted(score.count, "interviewer")}, spread ${score.spread.toFixed(1)}.`,
        strength: score.spread,
      };
    },
    scoreAgainstPlace: (id, rank) => {
      const place = byScore.get(id);
      if (place === undefined || Math.abs(place - rank) < gap) return undefined;
      if (!lines.some((line) => rank <= line !== place <= line)) return undefined;
      return {
        why: `Interview scores alone would put them near ${place}; the list has them at ${rank}.`,
        strength: Math.abs(place - rank),
      };
    },
    nobodySpoke: (id, rank) => {
      if (rank > within || (room.spent[id] ?? 0) > 0) return undefined;
      const marks = endorsementsOf(state, id).length + flagsOf(state, id).length;
      return marks === 0 ? { why: "Nobody has spoken of them yet.", strength: 1 } : undefined;
    },
  };
  /** Of the reasons that are something missing: of how many that could be said, and how it is said of most of them. */
  const missing: Partial<Record<AgendaKind, { of: number; words: (holds: string) => string }>> = {
    nobodyMet: {
      of: isProtected.size,
      words: (holds) => `Nobody here is on record as having met ${holds} protected.`,
    },
    nobodySpoke: {
      of: Math.min(ranked.length, within),
      words: (holds) => `Nobody has spoken of ${holds} at the top yet.`,
    },
  };
  const rankOf = ranksIn(state.order);
  // Whoever is on the agenda, settled or confirmed need not be suggested.
  const taken = new Set([
    ...room.agenda.map(({ applicantId }) => applicantId),
    ...Object.keys(room.outcomes),
    ...Object.keys(room.confirmed),
  ]);
  return agendaKinds.flatMap((kind) => {
    const held = ranked.flatMap((applicantId) => {
      const rank = rankOf.get(applicantId) ?? 0;
      const found = findings[kind](applicantId, rank);
      return found ? [{ applicantId, rank, ...found }] : [];
    });
    const { of, words } = missing[kind] ?? {};
    const isCommon = of !== undefined && held.length > of / 2;
    const suggestions = held
      .filter(({ applicantId, rank }) => !taken.has(applicantId) && (!isCommon || isNearLine(rank)))
      .sort((one, other) => other.strength - one.strength)
      .map(({ applicantId, why }) => ({ applicantId, why }));
    for (const { applicantId } of suggestions) taken.add(applicantId);
    if (suggestions.length === 0 && !isCommon) return [];
    const common = isCommon && words?.(`${held.length === of ? "any" : held.length} of the ${of}`);
    return [{ kind, suggestions, ...(common && { common }) }];
  });
}

/** How many are on record as having met somebody: whoever gave a score, or endorsed them first-hand, may be the same people. */
function metBy(state: MeetingState, id: ApplicantId, scores: ReadonlyMap<ApplicantId, ScoreOfApplicant>): number {
  const endorsers = endorsementsOf(state, id).filter(({ relationship }) => firstHand.has(relationship)).length;
  return Math.max(scores.get(id)?.count ?? 0, endorsers);
}

const middleOf = (counts: readonly number[]): number =>
  [...counts].sort((one, other) => one - other)[counts.length >> 1] ?? 0;

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
