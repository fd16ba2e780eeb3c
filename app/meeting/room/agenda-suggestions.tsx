// What the log and the interview scores suggest for the agenda, by reason (AGENDA-2, AGENDA-4): a few of each, the rest when asked.
import { useMemo, useState } from "react";
import { type AgendaGroup, type AgendaKind, type AgendaSuggestion, suggestAgenda } from "../../../domain/agenda";
import { counted } from "../../../domain/count-words";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { ActButton } from "../act-button";
import { nameIn, standingIn } from "../move-words";
import { useMeetingActions } from "../use-meeting-actions";
import { useAgendaScores } from "./use-agenda-scores";

const FEW = 3;

const kindWords: Record<AgendaKind, string> = {
  verifiedInProtected: "Protected, with a verified flag",
  marksAgainstMarks: "Endorsements and flags",
  flagWaits: "Flags that wait for a verdict",
  nobodyMet: "Protected, met by nobody",
  fewMet: "Met by few",
  scoresApart: "Scores far apart",
  scoreAgainstPlace: "Scores against place",
  nobodySpoke: "Nobody has spoken of them",
};

export function AgendaSuggestions() {
  const state = useMeeting((snapshot) => snapshot.state);
  const { scores, isFailed, retry } = useAgendaScores();
  const groups = useMemo(() => {
    const found = scores ? suggestAgenda(state, { scores }) : [];
    // Whoever gave a score has met them: without the scores nobody knows.
    return isFailed ? found.filter(({ kind }) => kind !== "nobodyMet" && kind !== "fewMet") : found;
  }, [state, scores, isFailed]);
  if (groups.length === 0 && !isFailed) return null;
  const found = groups.reduce((sum, { suggestions }) => sum + suggestions.length, 0);
  return (
    <details className="rounded-md border border-hairline">
      <summary className="min-h-9 cursor-pointer px-3 py-1.5 pointer-coarse:min-h-11">
        {counted(found, "suggestion")} from the log{isFailed ? "" : " and the interview scores"}
      </summary>
      {isFailed && (
        <p className="flex flex-wrap items-center gap-2 px-3 pb-2 text-meta text-muted">
          The interview scores could not be fetched.
          <Button onClick={retry}>Try again</Button>
        </p>
      )}
      {groups.map((group) => (
        <Group key={group.kind} group={group} />
      ))}
    </details>
  );
}

function Group({ group: { kind, suggestions, common } }: { group: AgendaGroup }) {
  const [showsAll, setShowsAll] = useState(false);
  const more = suggestions.length - FEW;
  return (
    <section aria-label={kindWords[kind]} className="border-t border-hairline px-3 py-2">
      <h3 className="flex items-baseline justify-between gap-2 font-bold">
        {kindWords[kind]} <span className="tabular text-meta font-normal text-muted">{suggestions.length}</span>
      </h3>
      {common && (
        <p className="text-meta text-muted">
          {common}
          {suggestions.length > 0 && " Here are those first on the list, or near the quota or the end of protected."}
        </p>
      )}
      <ul>
        {(showsAll ? suggestions : suggestions.slice(0, FEW)).map((suggestion) => (
          <Suggestion key={suggestion.applicantId} suggestion={suggestion} />
        ))}
      </ul>
      {more > 0 && !showsAll && (
        <Button aria-label={`Show ${more} more: ${kindWords[kind]}`} onClick={() => setShowsAll(true)}>
          Show {more} more
        </Button>
      )}
    </section>
  );
}

function Suggestion({ suggestion: { applicantId, why } }: { suggestion: AgendaSuggestion }) {
  const state = useMeeting((snapshot) => snapshot.state);
  const actions = useMeetingActions();
  const name = nameIn(state, applicantId);
  return (
    <li className="flex items-start gap-2 py-2">
      <span className="min-w-0 flex-1">
        {name} <span className="tabular text-meta text-muted">{standingIn(state, applicantId).rank ?? ""}</span>
        <span className="block text-meta text-muted">{why}</span>
      </span>
      <ActButton
        aria-label={`Put ${name} on the agenda`}
        onClick={() => void actions.run({ type: "addToAgenda", applicantId, why })}
      >
        Add
      </ActButton>
    </li>
  );
}
