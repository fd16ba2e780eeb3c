// What was objected to an applicant, with category, sentence and author, wherever one looks at them; with one press it becomes a
// flag, whose dialog still asks how one knows of it.
import { useMemo } from "react";
import type { ApplicantId } from "../../../domain/ids";
import { flagsOf, type MeetingState } from "../../../domain/meeting";
import type { Objection } from "../../../domain/room";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Moment } from "../../ui/moment";
import { memberName, objectionTitle } from "../drawer/mark-words";
import { useMay } from "../use-may";
import { useMeetingActions } from "../use-meeting-actions";

/** In every call, oldest first. */
export const objectionsTo = (calls: MeetingState["room"]["calls"], applicantId: ApplicantId): Objection[] =>
  calls.flatMap(({ objections }) => objections.filter((objection) => objection.applicantId === applicantId));

/** Has a flag with this sentence been raised? */
export const isFlagged = (state: Pick<MeetingState, "flags">, { applicantId, sentence }: Objection): boolean =>
  flagsOf(state, applicantId).some((flag) => flag.sentence === sentence);

export function ObjectionNotes({ applicantId }: { applicantId: ApplicantId }) {
  const state = useMeeting((snapshot) => snapshot.state);
  const actions = useMeetingActions();
  const mayFlag = useMay("raiseFlag") && state.phase === "open";
  const { calls } = state.room;
  const objections = useMemo(() => objectionsTo(calls, applicantId), [calls, applicantId]);
  if (objections.length === 0) return null;
  return (
    <ul aria-label="Objections" className="flex flex-col gap-2">
      {objections.map((objection) => {
        const { memberId, category, sentence, at } = objection;
        const by = memberName(state, memberId);
        return (
          <li key={`${memberId} ${at}`} className="border-l-4 border-control pl-3 font-normal break-words">
            {sentence}
            <span className="block text-meta text-muted">
              {objectionTitle(objection)} · {by} · <Moment at={at} />
            </span>
            {mayFlag && !isFlagged(state, objection) && (
              <button
                type="button"
                className="min-h-9 text-meta underline pointer-coarse:min-h-11"
                aria-label={`Make it a flag: ${objectionTitle(objection)}, ${by}`}
                onClick={() => actions.ask({ kind: "flag", applicantId, from: { memberId, category, sentence } })}
              >
                Make it a flag…
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
