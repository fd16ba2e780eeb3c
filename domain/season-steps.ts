// How far a season is on its way to its meeting: a checklist from counts, and the one next step. Nothing here forbids anything;
// what must hold before a freeze or a lock is decided there.
import { counted } from "./count-words";
import type { MeetingState } from "./meeting";

/** Counts as one reader may see them: whoever they are recused from is in none of them (RECUSE-1). */
export interface SeasonCounts {
  people: number;
  interviewers: number;
  hasDirector: boolean;
  /** Without the withdrawn. */
  applicants: number;
  /** Applicants with an interviewer. */
  assigned: number;
  /** Interviews, one an applicant and interviewer, and those of them with a note. */
  interviews: number;
  notes: number;
  isRubricSaved: boolean;
  placed: number;
  unplaced: number;
  isFrozen: boolean;
  /** Null while there is no meeting. */
  phase: MeetingState["phase"] | null;
  /** Its data were taken after the retention time. */
  isPurged: boolean;
}

export const seasonStepNames = [
  "roster",
  "applicants",
  "interviews",
  "notes",
  "rubric",
  "list",
  "freeze",
  "meeting",
  "lock",
] as const;
export type SeasonStepName = (typeof seasonStepNames)[number];

export interface SeasonStep {
  name: SeasonStepName;
  isDone: boolean;
  /** Nothing waits for it. */
  isOptional: boolean;
  /** The count, in words. */
  words: string;
}

export function seasonSteps(counts: SeasonCounts): SeasonStep[] {
  const { people, interviewers, hasDirector, applicants, assigned, interviews, notes, placed, unplaced } = counts;
  const { isRubricSaved, isFrozen, phase } = counts;
  const step = (name: SeasonStepName, isDone: boolean, words: string, isOptional = false): SeasonStep => ({
    name,
    isDone,
    isOptional,
    words,
  });
  const hasNobody = applicants === 0;
  return [
    step(
      "roster",
      interviewers > 0 && hasDirector,
      hasDirector ? `${counted(people, "person", "people")}, ${interviewers} who interview` : "No program director yet",
    ),
    step("applicants", !hasNobody, hasNobody ? "None yet" : counted(applicants, "applicant", "applicants")),
    step("interviews", !hasNobody && assigned === applicants, `${assigned} of ${applicants} have an interviewer`),
    step(
      "notes",
      interviews > 0 && notes === interviews,
      interviews === 0 ? "No interview yet" : `${notes} of ${interviews} written`,
    ),
    step(
      "rubric",
      isRubricSaved,
      isRubricSaved ? "Looked at and saved" : "As it comes; looking at it is optional",
      true,
    ),
    step(
      "list",
      placed > 0 && unplaced === 0,
      placed === 0 ? "Nobody is placed yet" : `${placed} placed, ${unplaced} not yet`,
    ),
    step("freeze", isFrozen, isFrozen ? "Frozen" : "Not yet"),
    step("meeting", phase !== null, phase === null ? "Opens with the freeze" : "Open"),
    step("lock", phase === "locked", phase === "locked" ? "Locked" : "By the program director, in the meeting"),
  ];
}

/**
 * The first that is not done and that something waits for. What was left open before the freeze is past: the meeting has the list.
 * Undefined when all is done, and when everything was purged.
 */
export function nextStep(counts: SeasonCounts): SeasonStep | undefined {
  if (counts.isPurged) return undefined;
  const steps = seasonSteps(counts);
  const frozenAt = counts.isFrozen ? steps.findIndex(({ name }) => name === "freeze") : -1;
  return steps.find(({ isDone, isOptional }, at) => !isDone && !isOptional && at > frozenAt);
}
