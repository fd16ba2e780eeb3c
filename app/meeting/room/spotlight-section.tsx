// The applicant before the room: who, where on the list, what was said, for how long. Whoever follows has their row in view; whoever
// browses freely is not moved, and can come back.
import type { ReactNode } from "react";
import { isOpenFlag, isVerified, strengthWords } from "../../../domain/marks";
import { endorsementsOf, flagsOf } from "../../../domain/meeting";
import { mayAsk } from "../../../domain/policy";
import { strengthsOf, strengthWordsOf, strongestSentences } from "../../../domain/strengths";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import { clockWords } from "../../ui/clock-words";
import { flagTitle, memberName } from "../drawer/mark-words";
import { placeWords, standingIn } from "../move-words";
import { useMay } from "../use-may";
import { useMeetingActions } from "../use-meeting-actions";
import { ObjectionNotes } from "./objection-notes";
import { OutcomeButtons } from "./outcome-buttons";
import { Section } from "./section";
import type { Following } from "./use-following";
import { useSecondsSpent } from "./use-seconds";

interface SpotlightSectionProps {
  following: Following;
  onOpen: (applicantId: string) => void;
}

export function SpotlightSection({ following, onOpen }: SpotlightSectionProps) {
  const state = useMeeting((snapshot) => snapshot.state);
  const isHosting = useMay("spotlightApplicant");
  const { spotlight, spent, timerSeconds } = state.room;
  const spentBefore = spotlight ? (spent[spotlight.applicantId] ?? 0) : 0;
  const seconds = useSecondsSpent(state.phase === "locked" ? undefined : spotlight?.since, spentBefore);
  const applicant = spotlight && state.applicants[spotlight.applicantId];
  if (!spotlight || !applicant) {
    return (
      <Section title="Spotlight">
        <p className="text-muted">
          {isHosting
            ? "Nobody is before the room. Open a file and choose “Spotlight”, or take the agenda's next."
            : "Nobody is before the room."}
        </p>
      </Section>
    );
  }
  const { rank, place } = standingIn(state, applicant.id);
  const isOver = timerSeconds !== undefined && seconds > timerSeconds;
  const clock =
    timerSeconds === undefined ? clockWords(seconds) : `${clockWords(seconds)} of ${clockWords(timerSeconds)}`;
  return (
    <Section
      title="Spotlight"
      aside={
        <span className={isOver ? "font-bold text-flag" : undefined}>{isOver ? `${clock}, over time` : clock}</span>
      }
    >
      <p className="text-[1.75rem] leading-9 font-bold break-words">{applicant.name}</p>
      <p className="tabular">
        {rank === undefined ? placeWords[place ?? "unplaced"] : `Rank ${rank}, ${placeWords[place ?? "unplaced"]}`}
        {applicant.schoolType && ` · ${applicant.schoolType}`}
        {applicant.step2?.length ? ` · Step 2 ${applicant.step2.at(-1)}` : ""}
      </p>
      <Voices applicantId={applicant.id} />
      <ObjectionNotes applicantId={applicant.id} />
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onOpen(applicant.id)}>File</Button>
        <MarkButtons applicantId={applicant.id} />
        {following.isFollowing ? (
          <span className="inline-flex min-h-9 items-center text-meta text-muted">You follow the room.</span>
        ) : (
          <Button variant="primary" onClick={following.rejoin}>
            Browsing freely: rejoin
          </Button>
        )}
      </div>
      {isHosting && <OutcomeButtons applicantId={applicant.id} />}
    </Section>
  );
}

/** Endorse and flag, for whoever may. */
function MarkButtons({ applicantId }: { applicantId: string }) {
  const actions = useMeetingActions();
  const role = useMeeting(({ state, memberId }) => state.members[memberId]?.role ?? "observer");
  return (
    <>
      {mayAsk(role, "endorseApplicant") && (
        <Button onClick={() => actions.ask({ kind: "endorse", applicantId })}>Endorse…</Button>
      )}
      {mayAsk(role, "raiseFlag") && <Button onClick={() => actions.ask({ kind: "flag", applicantId })}>Flag…</Button>}
    </>
  );
}

/** Counts by strength, and of each side the sentence that weighs the most. */
function Voices({ applicantId }: { applicantId: string }) {
  const state = useMeeting((snapshot) => snapshot.state);
  const flags = flagsOf(state, applicantId);
  const verified = flags.filter(isVerified).length;
  const open = flags.filter(isOpenFlag).length;
  const endorsed = strengthWordsOf(strengthsOf(endorsementsOf(state, applicantId)));
  const counts = [
    ...(endorsed.length > 0 ? endorsed : ["Nobody has endorsed them yet"]),
    ...(verified > 0 ? [`⚑ ${verified} verified`] : []),
    ...(open > 0 ? [`⚐ ${open} not verified`] : []),
  ];
  const { praise, concern } = strongestSentences(state, applicantId);
  return (
    <div>
      <p className="tabular text-meta text-muted">{counts.join(" · ")}</p>
      {praise && (
        <Quote className="border-champion" words={praise.evidence}>
          {strengthWords[praise.strength]} · {memberName(state, praise.by)}
        </Quote>
      )}
      {concern && (
        <Quote className="border-flag" words={concern.sentence}>
          Verified flag: {flagTitle(concern)} · {memberName(state, concern.by)}
        </Quote>
      )}
    </div>
  );
}

const Quote = ({ words, className, children }: { words: string; className: string; children: ReactNode }) => (
  <p className={classNames("mt-2 border-l-4 pl-3 break-words", className)}>
    {words}
    <span className="block text-meta text-muted">{children}</span>
  </p>
);
