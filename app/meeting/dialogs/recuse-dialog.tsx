// Declaring a conflict of interest. What follows is said before it is done, because the member cannot undo it.
import type { Applicant } from "../../../domain/applicant";
import { maySee } from "../../../domain/policy";
import { useMeeting } from "../../meeting-store/use-meeting";
import { announce } from "../../ui/live-region";
import { showToast } from "../../ui/toasts";
import { forgetDraftsAbout, useDraft } from "./draft";
import { FormDialog } from "./form-dialog";
import { SentenceField } from "./sentence-field";
import { useCommand } from "./use-command";

export function RecuseDialog({ applicant, onDone }: { applicant: Applicant; onDone: () => void }) {
  const takesFiles = useMeeting(({ state, memberId }) => {
    const role = state.members[memberId]?.role;
    return role !== undefined && maySee(role, "rankListFile");
  });
  const { draft, change } = useDraft(`recuse ${applicant.id}`, { reason: "" });
  const { send, isSending, refusal } = useCommand();
  const reason = draft.reason.trim();

  const submit = () => {
    void send({ type: "declareRecusal", applicantId: applicant.id, ...(reason && { reason }) }).then((isAccepted) => {
      if (!isAccepted) return;
      forgetDraftsAbout(applicant);
      // Without the name: from now on it is not theirs to see.
      const said = "Your recusal is recorded. Your list and its rank numbers leave that applicant out.";
      showToast(said);
      announce(said);
      onDone();
    });
    return true;
  };

  return (
    <FormDialog
      title={`Recuse myself: ${applicant.name}`}
      description="For a conflict of interest: a relative, a partner, somebody you supervise or do business with."
      submitLabel="Recuse myself"
      variant="danger"
      isSending={isSending}
      refusal={refusal}
      onSubmit={submit}
      onClose={onDone}
    >
      <ul className="flex list-disc flex-col gap-1 pl-5">
        <li>From now on you see nothing of this applicant: no file, marks, moves or rank.</li>
        <li>Your list closes up, so your rank numbers leave them out.</li>
        <li>The marks you gave them stay, signed, for the others.</li>
        {takesFiles && <li>The files for R3 name everybody, so from now on somebody else has to take them.</li>}
        <li>
          <strong>You cannot take this back yourself.</strong> Only the program director can lift a recusal.
        </li>
      </ul>
      <SentenceField
        label="What the conflict is (optional)"
        value={draft.reason}
        rows={2}
        isLine
        hint="The director, associate PD and coordinator can read it."
        onChange={(value) => change({ reason: value })}
      />
    </FormDialog>
  );
}
