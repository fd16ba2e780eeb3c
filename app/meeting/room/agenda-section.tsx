// The agenda: who is to be talked about, each with the reason. Hosts put it in order, take up what the log suggests, and park.
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import type { AgendaItem } from "../../../domain/room";
import { useMeeting } from "../../meeting-store/use-meeting";
import { classNames } from "../../ui/class-names";
import { ActButton as Button } from "../act-button";
import { nameIn, standingIn } from "../move-words";
import { useMay } from "../use-may";
import { useMeetingActions } from "../use-meeting-actions";
import { AgendaSuggestions } from "./agenda-suggestions";
import { callAnswers } from "./call-words";
import { ObjectionNotes } from "./objection-notes";
import { outcomeWords, rangeWords } from "./room-words";
import { Section } from "./section";

const statusWords: Record<AgendaItem["status"], string> = { waiting: "", parked: "parked", done: "done" };

export function AgendaSection({ onOpen }: { onOpen: (applicantId: string) => void }) {
  const state = useMeeting((snapshot) => snapshot.state);
  const isHosting = useMay("addToAgenda");
  const { agenda, outcomes, spotlight } = state.room;
  const waiting = agenda.filter(({ status }) => status === "waiting").length;
  return (
    <Section title="Agenda" aside={agenda.length > 0 ? `${waiting} of ${agenda.length} to come` : undefined}>
      <LastCall />
      {agenda.length === 0 && (
        <p className="text-muted">
          {isHosting ? "Nothing is on it yet. Objections come here by themselves." : "Nothing is on it yet."}
        </p>
      )}
      <ol className="flex flex-col">
        {agenda.map(({ applicantId, why, status }, index) => (
          <li
            key={applicantId}
            aria-current={spotlight?.applicantId === applicantId || undefined}
            className={classNames(
              "flex flex-col gap-1 border-b border-hairline py-2 last:border-b-0 aria-current:font-bold",
              status !== "waiting" && "text-muted",
            )}
          >
            <button
              type="button"
              className="min-h-9 text-left pointer-coarse:min-h-11"
              onClick={() => onOpen(applicantId)}
            >
              <span className="underline">{nameIn(state, applicantId)}</span>
              <span className="tabular text-meta text-muted"> {standingIn(state, applicantId).rank ?? ""}</span>
              <span className="block text-meta font-normal text-muted">
                {why} {outcomes[applicantId] ? `${outcomeWords[outcomes[applicantId]]}.` : statusWords[status]}
              </span>
            </button>
            {status !== "done" && <ObjectionNotes applicantId={applicantId} />}
            {isHosting && (
              <ItemActs
                applicantId={applicantId}
                name={nameIn(state, applicantId)}
                status={status}
                above={index > 1 ? (agenda[index - 2]?.applicantId ?? null) : null}
                below={agenda[index + 1]?.applicantId}
                isFirst={index === 0}
              />
            )}
          </li>
        ))}
      </ol>
      {isHosting && <AgendaSuggestions />}
    </Section>
  );
}

/** What came of the last call for objections, on everybody's screen. */
function LastCall() {
  const state = useMeeting((snapshot) => snapshot.state);
  const actions = useMeetingActions();
  const mayObject = useMay("raiseObjection") && state.phase === "open";
  const call = state.room.calls.at(-1);
  if (!call?.closed) return null;
  const { noObjection, closed } = call;
  const objections = call.objections.map(({ memberId, ...rest }) => ({ ...rest, by: memberId }));
  const { absent, isUnheard } = closed;
  const counts = { objections, noObjection: noObjection.length, noResponse: closed.noResponse.length };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-meta text-muted">
      <p role="status" className="tabular min-w-0 flex-1 basis-60">
        Last call, {rangeWords(state, call)}: {callAnswers({ ...counts, absent, isUnheard })}.
      </p>
      {mayObject && (
        <button
          type="button"
          className="min-h-9 underline pointer-coarse:min-h-11"
          onClick={() => actions.ask({ kind: "object" })}
        >
          Object late…
        </button>
      )}
    </div>
  );
}

interface ItemActsProps {
  applicantId: string;
  name: string;
  status: AgendaItem["status"];
  /** The one to come behind to go up one; null: first. */
  above: string | null;
  below: string | undefined;
  isFirst: boolean;
}

function ItemActs({ applicantId, name, status, above, below, isFirst }: ItemActsProps) {
  const actions = useMeetingActions();
  return (
    <span className="flex shrink-0 flex-wrap gap-1">
      <Button
        aria-label={`Spotlight ${name}`}
        onClick={() => void actions.run({ type: "spotlightApplicant", applicantId })}
      >
        Take
      </Button>
      <Button
        shape="icon"
        aria-label={`${name} up`}
        aria-disabled={isFirst}
        onClick={() => isFirst || void actions.run({ type: "reorderAgenda", applicantId, after: above })}
      >
        <ArrowUp size={16} aria-hidden />
      </Button>
      <Button
        shape="icon"
        aria-label={`${name} down`}
        aria-disabled={below === undefined}
        onClick={() => below !== undefined && void actions.run({ type: "reorderAgenda", applicantId, after: below })}
      >
        <ArrowDown size={16} aria-hidden />
      </Button>
      <Button
        aria-label={status === "parked" ? `${name} back on` : `Park ${name}`}
        onClick={() =>
          void actions.run({ type: "markAgenda", applicantId, status: status === "parked" ? "waiting" : "parked" })
        }
      >
        {status === "parked" ? "Back on" : "Park"}
      </Button>
    </span>
  );
}
