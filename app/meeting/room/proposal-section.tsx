// Moves that wait for a host: where to, who asks, why. A host accepts or declines with a key press.
import { nameOf } from "../../../domain/meeting";
import { rankAt } from "../../../domain/rejection";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { nameIn, placeWords, standingIn } from "../move-words";
import { useMay } from "../use-may";
import { useMeetingActions } from "../use-meeting-actions";
import { Section } from "./section";

export function ProposalSection() {
  const state = useMeeting((snapshot) => snapshot.state);
  const actions = useMeetingActions();
  const isHosting = useMay("acceptProposal");
  const { proposals } = state.room;
  if (proposals.length === 0) return null;
  return (
    <Section title="Proposed moves" aside={proposals.length}>
      <ul>
        {proposals.map(({ id, applicantId, to, by, reason }) => {
          const from = standingIn(state, applicantId).rank ?? "–";
          const where = rankAt(state, applicantId, to) ?? placeWords[to.zone];
          return (
            <li key={id} className="flex flex-wrap items-start gap-2 border-b border-hairline py-2 last:border-b-0">
              <span className="min-w-0 flex-1 basis-40">
                <span className="tabular">
                  {nameIn(state, applicantId)}: {from} → {where}
                </span>
                <span className="block text-meta text-muted">
                  {(by && nameOf(state, by)) ?? "A member"}
                  {reason?.sentence && `: ${reason.sentence}`}
                </span>
              </span>
              {isHosting && (
                <span className="flex gap-2">
                  <Button
                    variant="primary"
                    aria-label={`Accept: ${nameIn(state, applicantId)} to ${where}`}
                    onClick={() => void actions.run({ type: "acceptProposal", proposalId: id })}
                  >
                    Accept
                  </Button>
                  <Button
                    aria-label={`Decline: ${nameIn(state, applicantId)} to ${where}`}
                    onClick={() => void actions.run({ type: "declineProposal", proposalId: id })}
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
