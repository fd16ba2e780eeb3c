// The call for objections on every screen: which ranks, how long it is open, and my answer. Silence is no consent: it is on record
// as no response, and the bar says so.
import { useEffect, useRef } from "react";
import { mayAsk } from "../../../domain/policy";
import { openCallOf } from "../../../domain/room";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { clockWords } from "../../ui/clock-words";
import { announce } from "../../ui/live-region";
import { ActButton } from "../act-button";
import { useMay } from "../use-may";
import { useMeetingActions } from "../use-meeting-actions";
import { rangeWords } from "./room-words";
import { useSecondsLeft } from "./use-seconds";

export function CallBar() {
  const state = useMeeting((snapshot) => snapshot.state);
  const memberId = useMeeting((snapshot) => snapshot.memberId);
  const actions = useMeetingActions();
  const call = openCallOf(state.room);
  const left = useSecondsLeft(call?.endsAt);
  const isHosting = useMay("closeObjectionCall");
  const range = call && rangeWords(state, call);
  const said = useRef<string>();
  useEffect(() => {
    if (!call || said.current === call.id) return;
    said.current = call.id;
    announce(`Unless anyone has serious objections, ${range} stay. Say so now.`);
  }, [call, range]);
  if (!call) return null;
  const role = state.members[memberId]?.role ?? "observer";
  const hasObjected = call.objections.some((objection) => objection.memberId === memberId);
  const hasNoObjection = call.noObjection.includes(memberId);
  return (
    <aside
      aria-label="Call for objections"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t-4 border-focus bg-surface px-4 py-2"
    >
      <p className="min-w-0 flex-1 basis-60">
        <strong>Unless anyone has serious objections, {range} stay.</strong>
        <span className="block text-meta text-muted">
          {hasObjected
            ? "You have objected. You can object to others."
            : hasNoObjection
              ? "You have no objection."
              : "Saying nothing is on record as no response."}{" "}
          {call.objections.length > 0 &&
            `${call.objections.length} ${call.objections.length === 1 ? "objection" : "objections"} so far.`}
        </span>
      </p>
      <p className="tabular text-rank" role="timer" aria-label="Time left">
        {clockWords(left ?? 0)}
      </p>
      {mayAsk(role, "raiseObjection") && (
        <p className="flex flex-wrap gap-2 max-sm:w-full">
          <ActButton
            className="max-sm:min-h-11 max-sm:flex-1"
            aria-pressed={hasNoObjection}
            onClick={() => void actions.run({ type: "giveNoObjection", callId: call.id })}
          >
            No objection
          </ActButton>
          <Button
            variant="primary"
            className="max-sm:min-h-11 max-sm:flex-1"
            onClick={() => actions.ask({ kind: "object" })}
          >
            Object…
          </Button>
        </p>
      )}
      {isHosting && (
        <ActButton onClick={() => void actions.run({ type: "closeObjectionCall", callId: call.id })}>
          End the call
        </ActButton>
      )}
    </aside>
  );
}
