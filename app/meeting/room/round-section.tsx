// A silent round: my ballot, how many are in, and after the reveal what everybody said. Until then nobody's screen has anything
// else, because nothing else was sent (ROUND-1).
import { useState } from "react";
import { nameOf } from "../../../domain/meeting";
import { mayAsk } from "../../../domain/policy";
import {
  type BallotChoice,
  ballotChoices,
  ballotWords,
  hasVoted,
  LEAST_ANONYMOUS,
  openRoundOf,
  type Round,
} from "../../../domain/room";
import { useMeeting } from "../../meeting-store/use-meeting";
import { clockWords } from "../../ui/clock-words";
import { TextField } from "../../ui/field";
import { SegmentedChoice } from "../../ui/segmented-choice";
import { ActButton as Button } from "../act-button";
import { nameIn } from "../move-words";
import { useMay } from "../use-may";
import { useMeetingActions } from "../use-meeting-actions";
import { tallyOf } from "./room-words";
import { Section } from "./section";
import { useSecondsLeft } from "./use-seconds";

const choices = ballotChoices.map((value) => ({ value, label: ballotWords[value] }));

export function RoundSection() {
  const round = useMeeting(({ state }) => openRoundOf(state.room) ?? state.room.rounds.at(-1));
  if (!round || round.ended?.how === "discarded") return null;
  return round.ended ? <RevealedRound round={round} /> : <OpenRound round={round} />;
}

function OpenRound({ round }: { round: Round }) {
  const memberId = useMeeting((snapshot) => snapshot.memberId);
  const state = useMeeting((snapshot) => snapshot.state);
  const here = useMeeting((snapshot) => snapshot.here);
  const actions = useMeetingActions();
  const left = useSecondsLeft(round.endsAt);
  const [given, setGiven] = useState<ReadonlySet<string>>(new Set());
  const role = state.members[memberId]?.role ?? "observer";
  const voters = here.filter((one) => mayAsk(state.members[one.memberId]?.role ?? "observer", "castBallot")).length;
  const isHosting = useMay("revealRound");
  return (
    <Section
      title="Silent round"
      aside={left === undefined ? undefined : left > 0 ? `${clockWords(left)} left` : "time is up; still open"}
    >
      <p className="text-meta text-muted">
        {round.isAnonymous
          ? `Anonymous: no name is kept beside a ballot. Shown from ${LEAST_ANONYMOUS} ballots on, and a ballot cannot be changed.`
          : "With names: at the reveal everybody sees who said what. Until then nobody sees anything."}
      </p>
      {round.applicantIds.map((id) => (
        <div key={id} className="border-t border-hairline pt-2">
          <p className="flex items-baseline justify-between gap-2">
            <strong>{nameIn(state, id)}</strong>
            <span className="tabular text-meta text-muted" role="status">
              {round.counts[id] ?? 0} of {Math.max(voters, round.counts[id] ?? 0)} in
            </span>
          </p>
          {mayAsk(role, "castBallot") && (
            <BallotForm
              round={round}
              applicantId={id}
              isGiven={given.has(id) || hasVoted(round, memberId, id)}
              onGiven={() => setGiven((known) => new Set(known).add(id))}
            />
          )}
        </div>
      ))}
      {isHosting && (
        <p className="flex flex-wrap gap-2 border-t border-hairline pt-2">
          <Button variant="primary" onClick={() => void actions.run({ type: "revealRound", roundId: round.id })}>
            Reveal
          </Button>
          <Button
            onClick={() =>
              void actions.run({ type: "discardRound", roundId: round.id, reason: "Discarded by a host." })
            }
          >
            Discard
          </Button>
        </p>
      )}
    </Section>
  );
}

interface BallotFormProps {
  round: Round;
  applicantId: string;
  isGiven: boolean;
  onGiven: () => void;
}

function BallotForm({ round, applicantId, isGiven, onGiven }: BallotFormProps) {
  const actions = useMeetingActions();
  const [choice, setChoice] = useState<BallotChoice>();
  const [line, setLine] = useState("");
  const [isChanging, setIsChanging] = useState(false);
  if (isGiven && !isChanging) {
    return (
      <p className="flex flex-wrap items-center gap-2">
        <span role="status">Your ballot is in.</span>
        {!round.isAnonymous && <Button onClick={() => setIsChanging(true)}>Change it</Button>}
      </p>
    );
  }
  const give = async () => {
    if (!choice) return;
    const words = line.trim();
    const ballot = { type: "castBallot", roundId: round.id, applicantId, choice } as const;
    const answer = await actions.run({ ...ballot, ...(words && { line: words }) });
    if (!answer.ok) return;
    setIsChanging(false);
    onGiven();
  };
  return (
    <form
      className="flex flex-col gap-2 pt-1"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <SegmentedChoice<BallotChoice>
        legend="My ballot"
        isLegendHidden
        options={choices}
        value={choice}
        onChange={setChoice}
      />
      <TextField
        isOfPerson
        label="One line, if you like"
        value={line}
        maxLength={200}
        onChange={(event) => setLine(event.currentTarget.value)}
      />
      <p>
        <Button type="submit" variant="primary" aria-disabled={!choice} className="max-sm:min-h-11 max-sm:w-full">
          Give my ballot
        </Button>
      </p>
    </form>
  );
}

function RevealedRound({ round }: { round: Round }) {
  const state = useMeeting((snapshot) => snapshot.state);
  return (
    <Section title="Silent round, revealed" aside={round.isAnonymous ? "anonymous" : "with names"}>
      {round.applicantIds.map((id) => {
        const tally = tallyOf(round.ballots, id);
        const shown = round.ballots.filter(({ applicantId }) => applicantId === id);
        return (
          <div key={id} className="border-t border-hairline pt-2">
            <p className="font-bold">{nameIn(state, id)}</p>
            {shown.length === 0 ? (
              <p className="text-muted">
                {(round.counts[id] ?? 0) > 0 ? "Too few ballots to be shown without a name." : "No ballots."}
              </p>
            ) : (
              <>
                <p className="tabular">
                  {ballotChoices.map((choice) => `${ballotWords[choice]} ${tally[choice]}`).join(" · ")}
                </p>
                <ul>
                  {shown
                    .filter(({ line, memberId }) => line || memberId !== null)
                    .map(({ memberId, choice, line, isLate }, index) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: revealed ballots stand still, and anonymous ones have no id.
                      <li key={index} className="text-meta">
                        <span className="text-muted">
                          {memberId === null ? "" : `${nameOf(state, memberId) ?? "A member"}: `}
                          {ballotWords[choice]}
                          {isLate && ", after the reveal"}
                        </span>
                        {line && <span className="block">{line}</span>}
                      </li>
                    ))}
                </ul>
              </>
            )}
          </div>
        );
      })}
    </Section>
  );
}
