// Who is recused from this applicant, for those who may see it; the director can lift it with a reason.
import { useState } from "react";
import type { ApplicantId, MemberId } from "../../../domain/ids";
import { mayAskIn, maySee } from "../../../domain/policy";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { memberName } from "./mark-words";
import { ReasonForm } from "./reason-form";

export function RecusalNotes({ applicantId }: { applicantId: ApplicantId }) {
  const recusals = useMeeting(({ state }) => state.recusals);
  const members = useMeeting(({ state }) => state.members);
  const formerMembers = useMeeting(({ state }) => state.formerMembers);
  const role = useMeeting(({ state, memberId }) => state.members[memberId]?.role ?? "observer");
  const mayLift = useMeeting(({ state, memberId }) => mayAskIn(state, memberId, "liftRecusal"));
  const [lifting, setLifting] = useState<MemberId | null>(null);
  const recused = Object.keys(recusals).filter((memberId) => recusals[memberId]?.includes(applicantId));
  if (recused.length === 0 || !maySee(role, "recusals")) return null;
  return (
    <section aria-label="Recusals">
      <h3 className="border-b border-hairline pb-1 font-bold">Recused</h3>
      <ul>
        {recused.map((memberId) => (
          <li key={memberId} className="border-b border-hairline py-3 last:border-b-0">
            <p className="flex flex-wrap items-center justify-between gap-2">
              {memberName({ members, formerMembers }, memberId)}
              {mayLift && members[memberId] && lifting !== memberId && (
                <Button
                  aria-label={`Lift the recusal of ${memberName({ members, formerMembers }, memberId)}`}
                  onClick={() => setLifting(memberId)}
                >
                  Lift
                </Button>
              )}
            </p>
            {lifting === memberId && (
              <ReasonForm
                purpose={`liftRecusal ${memberId} ${applicantId}`}
                label="Why is it lifted?"
                submitLabel="Lift the recusal"
                command={(reason) => ({ type: "liftRecusal", memberId, applicantId, reason })}
                done="Recusal lifted: they see the applicant again."
                onClose={() => setLifting(null)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
