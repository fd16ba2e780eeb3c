// The hosts' part: where the meeting is, the timer, the call for objections, a silent round, and whether moves are direct.
import { useState } from "react";
import { rankedIds } from "../../../domain/rank-list";
import { openCallOf, openRoundOf, type Stage, stages, stageWords } from "../../../domain/room";
import { useMeeting, useMeetingStore } from "../../meeting-store/use-meeting";
import { SelectField, TextField } from "../../ui/field";
import { SegmentedChoice } from "../../ui/segmented-choice";
import { ActFields, ActButton as Button } from "../act-button";
import { tell } from "../meeting-actions";
import { useMay } from "../use-may";
import { useMeetingActions } from "../use-meeting-actions";
import { Section } from "./section";

const stageOptions = stages.map((value) => ({ value, label: stageWords[value] }));
const timers = [
  ["", "No timer"],
  ["60", "1 minute"],
  ["120", "2 minutes"],
  ["180", "3 minutes"],
  ["300", "5 minutes"],
] as const;

export function HostSection() {
  const actions = useMeetingActions();
  const isHosting = useMay("changeStage");
  const room = useMeeting(({ state }) => state.room);
  if (!isHosting) return null;
  return (
    <Section title="Hosts">
      <ActFields>
        <SegmentedChoice<Stage>
          legend="Where the meeting is"
          isLegendHidden
          options={stageOptions}
          value={room.stage}
          onChange={(stage) => void actions.run({ type: "changeStage", stage })}
        />
      </ActFields>
      {!openCallOf(room) && <CallForm />}
      {!openRoundOf(room) && <RoundForm />}
      <ActFields>
        <SelectField
          label="Timer for each applicant"
          value={String(room.timerSeconds ?? "")}
          onChange={({ currentTarget: { value } }) =>
            void actions.run({ type: "setTimer", seconds: value === "" ? null : Number(value) })
          }
        >
          {timers.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        <label className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            checked={room.directMoves}
            onChange={(event) => void actions.run({ type: "changeDirectMoves", isDirect: event.currentTarget.checked })}
          />
          Everybody moves applicants directly
        </label>
      </ActFields>
    </Section>
  );
}

/** `unless anyone has serious objections` over a range of ranks. */
function CallForm() {
  const store = useMeetingStore();
  const actions = useMeetingActions();
  const protectedCount = useMeeting(({ state }) => state.order.protected.length);
  const [from, setFrom] = useState("1");
  const [to, setTo] = useState("");
  const [seconds, setSeconds] = useState("30");
  const last = to === "" ? protectedCount : Number(to);
  const open = () => {
    const applicantIds = rankedIds(store.getSnapshot().state.order).slice(Math.max(0, Number(from) - 1), last);
    if (applicantIds.length === 0) return tell("There is nobody between those ranks.");
    void actions.run({ type: "openObjectionCall", applicantIds, seconds: Number(seconds) });
  };
  return (
    <details className="rounded-md border border-hairline">
      <summary className="min-h-9 cursor-pointer px-3 py-1.5 pointer-coarse:min-h-11">Call for objections…</summary>
      <form
        className="flex flex-wrap items-end gap-2 p-3 pt-1"
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <TextField
          label="From rank"
          inputMode="numeric"
          className="w-20"
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value.replace(/\D/g, ""))}
        />
        <TextField
          label="To rank"
          inputMode="numeric"
          className="w-20"
          placeholder={String(protectedCount)}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value.replace(/\D/g, ""))}
        />
        <SelectField
          label="Open for"
          className="w-28"
          value={seconds}
          onChange={(event) => setSeconds(event.currentTarget.value)}
        >
          <option value="15">15 seconds</option>
          <option value="30">30 seconds</option>
          <option value="60">1 minute</option>
          <option value="120">2 minutes</option>
        </SelectField>
        <Button type="submit" variant="primary">
          Ask the room
        </Button>
      </form>
    </details>
  );
}

/** About the applicant in the spotlight. */
function RoundForm() {
  const actions = useMeetingActions();
  const spotlit = useMeeting(({ state }) => state.room.spotlight?.applicantId);
  const [isAnonymous, setIsAnonymous] = useState(false);
  const open = () => {
    if (spotlit === undefined) return tell("Put an applicant into the spotlight first: the round is about them.");
    void actions.run({ type: "openRound", applicantIds: [spotlit], isAnonymous });
  };
  return (
    <details className="rounded-md border border-hairline">
      <summary className="min-h-9 cursor-pointer px-3 py-1.5 pointer-coarse:min-h-11">Silent round…</summary>
      <form
        className="flex flex-col gap-2 p-3 pt-1"
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <p className="text-meta text-muted">
          About the applicant in the spotlight. Everybody marks by themselves; all is revealed at once.
        </p>
        <label className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            checked={isAnonymous}
            onChange={(event) => setIsAnonymous(event.currentTarget.checked)}
          />
          Without names. This cannot be changed afterwards.
        </label>
        <p>
          <Button type="submit" variant="primary">
            Open the round
          </Button>
        </p>
      </form>
    </details>
  );
}
