// Moves that wait for a host: where to, who asks, why. A host accepts or declines with a press, or a key on the one in focus; the
// same keys answer on the applicant's row.
import type { KeyboardEvent } from "react";
import { useMeeting, useMeetingStore } from "../../meeting-store/use-meeting";
import { keyOf } from "../../ui/key-of";
import { ActButton as Button } from "../act-button";
import type { ListDesk } from "../list/list-desk";
import { answerProposal, type ProposalAnswer, proposedPlace, proposerOf } from "../list/proposals";
import { nameIn, standingIn } from "../move-words";
import { shortcutsAreOn } from "../shortcuts";
import { useMay } from "../use-may";
import { useMeetingActions } from "../use-meeting-actions";
import { Section } from "./section";

const keys: Readonly<Record<string, ProposalAnswer>> = { a: "acceptProposal", d: "declineProposal" };

export function ProposalSection({ desk }: { desk: ListDesk }) {
  const store = useMeetingStore();
  const state = useMeeting((snapshot) => snapshot.state);
  const actions = useMeetingActions();
  const isHosting = useMay("acceptProposal");
  const { proposals } = state.room;
  if (proposals.length === 0) return null;
  return (
    <Section title="Proposed moves" aside={proposals.length}>
      <ul>
        {proposals.map((proposal) => {
          const { id, applicantId, reason } = proposal;
          const from = standingIn(state, applicantId).rank ?? "–";
          const where = proposedPlace(state, proposal);
          const answer = (type: ProposalAnswer) =>
            void answerProposal({ store, actions, ownMoves: desk.ownMoves }, proposal, type);
          const onKeyDown = (event: KeyboardEvent) => {
            const type = keys[keyOf(event.nativeEvent)];
            if (!type || !isHosting || event.ctrlKey || event.metaKey || event.altKey || !shortcutsAreOn()) return;
            event.preventDefault();
            answer(type);
          };
          return (
            <li
              key={id}
              onKeyDown={onKeyDown}
              className="flex flex-wrap items-start gap-2 border-b border-hairline py-2 last:border-b-0"
            >
              <span className="min-w-0 flex-1 basis-40">
                <span className="tabular">
                  {nameIn(state, applicantId)}: {from} → {where}
                </span>
                <span className="block text-meta text-muted">
                  {proposerOf(state, proposal)}
                  {reason?.sentence && `: ${reason.sentence}`}
                </span>
              </span>
              {isHosting && (
                <span className="flex gap-2">
                  <Button
                    variant="primary"
                    aria-label={`Accept: ${nameIn(state, applicantId)} to ${where}`}
                    title="Key: a"
                    onClick={() => answer("acceptProposal")}
                  >
                    Accept
                  </Button>
                  <Button
                    aria-label={`Decline: ${nameIn(state, applicantId)} to ${where}`}
                    title="Key: d"
                    onClick={() => answer("declineProposal")}
                  >
                    Decline
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
