// What a draft can be started from. First what is wanted, then what that would change, and only then it is done (DRAFT-3).
import { useFetcher } from "@remix-run/react";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { type ArrangeSource, sourceWords } from "../../domain/arrange-source";
import { rankedCount } from "../../domain/rank-list";
import type { ProgramAnswer } from "../../server/context/answers";
import type { ListProposal } from "../../server/context/preliminary";
import { nameIn } from "../meeting/move-words";
import { useMeeting } from "../meeting-store/use-meeting";
import { Refusal } from "../programs/ask-dialog";
import { Button } from "../ui/button";
import { Sheet } from "../ui/dialog";
import { SelectField, TextField } from "../ui/field";
import { announce } from "../ui/live-region";
import { SegmentedChoice } from "../ui/segmented-choice";
import { showToast } from "../ui/toasts";
import { AnswerNote } from "./answer-note";
import { ProposalPreview } from "./proposal-preview";
import { useAnswer } from "./use-answer";
import { useSeason } from "./use-season";

/** A protected top of 30 to 40 is usual. */
const USUAL_PROTECTED = 35;

const explanations: Record<ArrangeSource, string> = {
  rubric: "Higher totals first. Whoever has too little on file for a place comes last.",
  scores: "Means of scores that are standardised per interviewer, higher first. Whoever has no score comes last.",
  imported: "The order of the file. Whoever is not on it comes last.",
  snapshot: "As the list stood then. Whoever has come since keeps their place.",
  nothing: "Nobody is ranked, and nobody is set aside.",
};

interface StartDialogProps {
  /** A snapshot that was chosen already. */
  snapshot?: number;
  onClose: () => void;
}

export function StartDialog({ snapshot, onClose }: StartDialogProps) {
  const { id: seasonId, hasImportedList } = useSeason();
  const state = useMeeting((seen) => seen.state);
  const [source, setSource] = useState<ArrangeSource>(snapshot === undefined ? "rubric" : "snapshot");
  const [seq, setSeq] = useState(String(snapshot ?? state.snapshots.at(-1)?.seq ?? ""));
  const [count, setCount] = useState(() => String(state.order.protected.length || USUAL_PROTECTED));
  /** What the proposal on screen was asked with. */
  const [asked, setAsked] = useState<Record<string, string> | null>(null);
  const formId = useId();
  const url = asked && `/seasons/${seasonId}/preliminary/proposal?${new URLSearchParams(asked)}`;
  const { answer, retry } = useAnswer<{ proposal: ListProposal }>(url);
  const fetcher = useFetcher<ProgramAnswer>();
  const isBusy = fetcher.state !== "idle";
  const refusal = fetcher.data && !fetcher.data.ok && !isBusy ? fetcher.data : null;
  const wasEmpty = useRef(rankedCount(state.order) + state.order.red.length === 0);
  const isDone = fetcher.data?.ok === true && !isBusy;
  useEffect(() => {
    if (!isDone) return;
    const said = wasEmpty.current ? "The list is arranged." : "The list is arranged. What it was before is a snapshot.";
    announce(said);
    showToast(said);
    onClose();
  }, [isDone, onClose]);

  const hasBorder = source !== "snapshot" && source !== "nothing";
  // A file has a border of its own.
  const isCount = /^\d{1,4}$/.test(count.trim()) || (source === "imported" && count.trim() === "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (hasBorder && !isCount) return;
    setAsked({
      source,
      protectedCount: hasBorder ? count.trim() : "0",
      ...(source === "snapshot" && { snapshot: seq }),
    });
  };
  const arrange = (plan: string) =>
    fetcher.submit(
      { intent: "arrange", ...asked, plan },
      { method: "post", action: `/seasons/${seasonId}/preliminary` },
    );

  const sources = (Object.keys(sourceWords) as ArrangeSource[]).filter(
    (one) => (one !== "imported" || hasImportedList) && (one !== "snapshot" || state.snapshots.length > 0),
  );
  const proposal = answer.status === "ready" ? answer.proposal : null;
  return (
    <Sheet
      isOpen
      title="Start from…"
      description="It suggests an order. Nobody is moved before you have seen what it would change and say so."
      onClose={onClose}
      actions={
        proposal ? (
          <>
            <Button onClick={() => setAsked(null)}>Choose again</Button>
            <Button
              variant="primary"
              isBusy={isBusy}
              aria-disabled={proposal.changes.length === 0}
              onClick={() => proposal.changes.length > 0 && arrange(proposal.plan)}
            >
              Arrange the list
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" form={formId} variant="primary">
              Show what it would change
            </Button>
          </>
        )
      }
    >
      {proposal ? (
        <ProposalPreview proposal={proposal} nameOf={(applicantId) => nameIn(state, applicantId)} />
      ) : (
        <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
          <SegmentedChoice
            legend="What to start from"
            value={source}
            options={sources.map((value) => ({ value, label: sourceWords[value] }))}
            onChange={(chosen) => {
              setSource(chosen);
              if (chosen === "imported") setCount("");
              else if (count === "") setCount(String(USUAL_PROTECTED));
            }}
          />
          <p className="text-muted">{explanations[source]}</p>
          {source === "snapshot" && (
            <SelectField label="Snapshot" value={seq} onChange={(event) => setSeq(event.target.value)}>
              {[...state.snapshots].reverse().map((one) => (
                <option key={one.seq} value={one.seq}>
                  {one.name}
                </option>
              ))}
            </SelectField>
          )}
          {hasBorder && (
            <TextField
              label="How many are protected"
              inputMode="numeric"
              autoComplete="off"
              value={count}
              error={isCount ? null : "Enter a whole number."}
              hint={
                source === "imported"
                  ? "From the top. Left empty: as many as the file protects."
                  : "From the top. Whoever has no place in what it starts from is never protected by it, and whoever is not ranked stays there."
              }
              onChange={(event) => setCount(event.target.value)}
            />
          )}
          <AnswerNote answer={answer} retry={retry} />
        </form>
      )}
      {refusal && <Refusal sentence={refusal.message} />}
    </Sheet>
  );
}
