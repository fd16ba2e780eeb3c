// Events about applicants' files alone, applied a run at a time: an import adds thousands, and each by itself would copy
// everybody. Whoever is placed or marked is not taken out by a stored event either: nobody is lost (APPLY-1).
import type { Applicant } from "./applicant";
import type { MeetingEvent, ViewEvent } from "./events";
import type { ApplicantId } from "./ids";
import type { MeetingState } from "./meeting";

export type FileEvent = Extract<MeetingEvent, { type: "applicantAdded" | "applicantFileChanged" | "applicantRemoved" }>;

const isFileEvent = (event: ViewEvent | undefined): event is FileEvent =>
  event?.type === "applicantAdded" || event?.type === "applicantFileChanged" || event?.type === "applicantRemoved";

/** The events about files that stand together from `at` on; none when the first is of another kind. */
export function runOfFiles(events: readonly ViewEvent[], at: number): FileEvent[] {
  const run: FileEvent[] = [];
  for (let next = events[at]; isFileEvent(next); next = events[at + run.length]) run.push(next);
  return run;
}

export function applyFiles(state: MeetingState, run: readonly FileEvent[]): MeetingState {
  const applicants: Record<ApplicantId, Applicant> = { ...state.applicants };
  const unplaced = new Set(state.order.unplaced);
  const removed = new Set<ApplicantId>();
  let marked: ReadonlySet<ApplicantId> | undefined;
  for (const event of run) {
    if (event.type === "applicantAdded") {
      const { applicant } = event;
      if (applicants[applicant.id]) continue;
      applicants[applicant.id] = applicant;
      if (!applicant.withdrawn) unplaced.add(applicant.id);
      continue;
    }
    const known = applicants[event.applicantId];
    if (!known) continue;
    if (event.type === "applicantFileChanged") {
      applicants[known.id] = { ...event.facts, id: known.id, withdrawn: known.withdrawn };
      continue;
    }
    marked ??= markedIn(state);
    if (!(known.withdrawn || unplaced.has(known.id)) || marked.has(known.id)) continue;
    delete applicants[known.id];
    unplaced.delete(known.id);
    removed.add(known.id);
  }
  const next = { ...state, applicants, order: { ...state.order, unplaced: [...unplaced] } };
  return removed.size === 0 ? next : without(next, removed);
}

/** Applicants with a mark, struck ones too, or who came up in the room: these stay in the trail. */
export function markedIn({ endorsements, flags, room }: MeetingState): ReadonlySet<ApplicantId> {
  const { spotlight, spent, outcomes, agenda, calls, rounds, proposals } = room;
  const about = [...Object.values(endorsements), ...Object.values(flags), ...agenda, ...proposals];
  return new Set([
    ...about.map(({ applicantId }) => applicantId),
    ...(spotlight ? [spotlight.applicantId] : []),
    ...Object.keys(spent),
    ...Object.keys(outcomes),
    ...[...calls, ...rounds].flatMap(({ applicantIds }) => applicantIds),
  ]);
}

function without(state: MeetingState, removed: ReadonlySet<ApplicantId>): MeetingState {
  const { preliminary } = state;
  const lastMoves = state.lastMoves.filter(({ applicantId }) => !removed.has(applicantId));
  const kept = <Move extends { applicantId: ApplicantId }>(moves: Readonly<Record<string, readonly Move[]>>) =>
    Object.fromEntries(
      Object.entries(moves).map(([id, own]) => [id, own.filter(({ applicantId }) => !removed.has(applicantId))]),
    );
  return {
    ...state,
    lastMoves,
    undoable: kept(state.undoable),
    redoable: kept(state.redoable),
    ...(preliminary && {
      preliminary: { ...preliminary, unplaced: preliminary.unplaced.filter((id) => !removed.has(id)) },
    }),
  };
}
