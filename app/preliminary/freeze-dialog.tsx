// The freeze: what will stand fast is read back, with what a careful director would look at once more, and what follows is said
// before it is done, because it cannot be taken back (FREEZE-1).
import { useFetcher } from "@remix-run/react";
import { counted } from "../../domain/count-words";
import { rankedCount, rankedIds } from "../../domain/rank-list";
import { sentenceOf } from "../../domain/rejection";
import type { ProgramAnswer } from "../../server/context/answers";
import type { ListChecks } from "../../server/context/preliminary";
import { nameIn } from "../meeting/move-words";
import { useMeeting } from "../meeting-store/use-meeting";
import { Refusal } from "../programs/ask-dialog";
import { Button } from "../ui/button";
import { Sheet } from "../ui/dialog";
import { ZoneIcon } from "../ui/zone-mark";
import { useAnswer } from "./use-answer";
import { useSeason } from "./use-season";

const TOP = 10;

export function FreezeDialog({ onClose }: { onClose: () => void }) {
  const { id: seasonId } = useSeason();
  const state = useMeeting((snapshot) => snapshot.state);
  const { answer } = useAnswer<{ checks: ListChecks }>(`/seasons/${seasonId}/preliminary/checks`);
  const fetcher = useFetcher<ProgramAnswer>();
  const isBusy = fetcher.state !== "idle";
  const refusal = fetcher.data && !fetcher.data.ok && !isBusy ? fetcher.data : null;
  const { order, quota } = state;
  const unplaced = order.unplaced.length;
  const isReady = unplaced === 0 && rankedCount(order) > 0;
  const warnings = answer.status === "ready" ? warningsOf(state, answer.checks.people) : [];
  const freeze = () =>
    fetcher.submit({ intent: "freeze" }, { method: "post", action: `/seasons/${seasonId}/preliminary` });

  return (
    <Sheet
      isOpen
      title="Freeze the preliminary list"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" isBusy={isBusy} aria-disabled={!isReady} onClick={() => isReady && freeze()}>
            Freeze and open the meeting
          </Button>
        </>
      }
    >
      {!isReady && <Refusal sentence={sentenceOf({ code: "draftNotReady", unplaced, withheld: 0 }, state)} />}
      <p className="tabular">
        Protected {order.protected.length} · Ranked {rankedCount(order)} · Not ranked {order.red.length} · Quota {quota}
      </p>
      <section aria-labelledby="top">
        <h3 id="top" className="font-bold">
          The first {Math.min(TOP, rankedCount(order))}
        </h3>
        <ol>
          {rankedIds(order)
            .slice(0, TOP)
            .map((id, index) => (
              <li key={id} className="flex items-center gap-2">
                <span className="tabular w-8 text-right font-bold">{index + 1}</span>
                <ZoneIcon zone={order.protected.includes(id) ? "protected" : "middle"} size={14} />
                <span className="min-w-0 truncate">{nameIn(state, id)}</span>
              </li>
            ))}
        </ol>
      </section>
      {warnings.length > 0 && (
        <section aria-labelledby="warnings">
          <h3 id="warnings" className="font-bold">
            Worth another look
          </h3>
          <ul className="list-disc pl-5">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </section>
      )}
      <ul className="flex list-disc flex-col gap-1 pl-5 text-muted">
        <li>
          The meeting opens for everybody on the roster, with this order as the one that every change is compared to.
        </li>
        <li>Recusals that were declared hold in it from the start.</li>
        <li>“I'd work with them” of the interviewers' notes become endorsements, signed and dated as they said it.</li>
        <li>
          <strong className="text-ink">A freeze cannot be taken back.</strong> From then on the list changes in the
          meeting.
        </li>
      </ul>
      {refusal && <Refusal sentence={refusal.message} />}
    </Sheet>
  );
}

function warningsOf(state: Parameters<typeof nameIn>[0], people: ListChecks["people"]): string[] {
  const { order, quota, applicants, withheldCount = 0 } = state;
  const unmet = order.protected.filter((id) => people[id]?.met.length === 0).length;
  const ranked = rankedIds(order);
  const nameless = ranked.filter((id) => !applicants[id]?.aamcId && !applicants[id]?.nrmpId).length;
  return [
    unmet > 0 && `${counted(unmet, "protected applicant was", "protected applicants were")} met by nobody first-hand.`,
    order.protected.length === 0 && "Nobody is protected.",
    ranked.length < quota && `Only ${ranked.length} are ranked for a quota of ${quota}.`,
    nameless > 0 &&
      `${counted(nameless, "ranked applicant has", "ranked applicants have")} neither an AAMC ID nor an NRMP ID.`,
    withheldCount > 0 &&
      `You are recused from ${counted(withheldCount, "applicant", "applicants")}, who ${withheldCount === 1 ? "is" : "are"} frozen where others put them.`,
  ].filter((sentence) => sentence !== false);
}
