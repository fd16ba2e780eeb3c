// The drawer's Voices: endorsements and flags, each signed, newest first; what was struck stays.
import Star from "lucide-react/icons/star";
import { useMemo } from "react";
import type { ApplicantId } from "../../../domain/ids";
import { endorsementsOf, type MeetingState } from "../../../domain/meeting";
import { tallyOf } from "../../../domain/voices";
import { useMeeting } from "../../meeting-store/use-meeting";
import { ObjectionNotes, objectionsTo } from "../room/objection-notes";
import { FlagNote } from "./flag-note";
import { endorsementActs } from "./mark-acts";
import { MarkNote } from "./mark-note";
import { endorsementDetail, endorsementTitle, markParts, voicesOf } from "./mark-words";
import { RecusalNotes } from "./recusal-notes";
import { useReader } from "./use-reader";
import { useWeights } from "./use-weights";

export function VoicesTab({ applicantId }: { applicantId: ApplicantId }) {
  const state = useMeeting((snapshot) => snapshot.state);
  const memberId = useMeeting((snapshot) => snapshot.memberId);
  const { endorsements, flags } = useMemo(
    () => voicesOf(state.endorsements, state.flags, applicantId),
    [state.endorsements, state.flags, applicantId],
  );
  const reader = useReader();
  return (
    <div className="flex flex-col gap-5">
      <section aria-label="Endorsements">
        <h3 className="border-b border-hairline pb-1 font-bold">Endorsements</h3>
        <WeightedTally state={state} applicantId={applicantId} />
        {endorsements.length === 0 && <p className="py-3 text-muted">Nobody has endorsed them yet.</p>}
        <ul>
          {endorsements.map((mark) => (
            <MarkNote
              key={mark.id}
              {...markParts(mark, state)}
              icon={
                <Star
                  size={16}
                  className="text-champion"
                  fill={mark.by === memberId ? "currentColor" : "none"}
                  aria-hidden
                />
              }
              title={endorsementTitle(mark)}
              acts={endorsementActs(mark, reader)}
            >
              {endorsementDetail(mark)}
            </MarkNote>
          ))}
        </ul>
      </section>
      <section aria-label="Flags">
        <h3 className="border-b border-hairline pb-1 font-bold">Flags</h3>
        {flags.length === 0 && <p className="py-3 text-muted">Nobody has raised a concern.</p>}
        <ul>
          {flags.map((flag) => (
            <FlagNote key={flag.id} flag={flag} state={state} reader={reader} />
          ))}
        </ul>
      </section>
      {objectionsTo(state.room.calls, applicantId).length > 0 && (
        <section aria-label="Objections" className="flex flex-col gap-3">
          <h3 className="border-b border-hairline pb-1 font-bold">Objections</h3>
          <ObjectionNotes applicantId={applicantId} />
        </section>
      )}
      <RecusalNotes applicantId={applicantId} />
    </div>
  );
}

/** Said where a weight is not the usual one, and nowhere else (VOICE-2). */
function WeightedTally({ state, applicantId }: { state: MeetingState; applicantId: ApplicantId }) {
  const authors = endorsementsOf(state, applicantId).map(({ by }) => by);
  const { seasonId, weights } = useWeights(state.id, authors.length);
  const { count, weighted, differs } = tallyOf(authors, weights);
  if (!differs || seasonId === null) return null;
  const words = count === 1 ? "1 endorsement" : `${count} endorsements`;
  return (
    <p className="tabular pt-2 text-meta text-muted">
      {words}, weighted {weighted} (
      <a href={`/seasons/${seasonId}/voices`} className="underline" target="_blank" rel="noreferrer">
        weights differ
      </a>
      ). A weight informs; it moves nobody.
    </p>
  );
}
