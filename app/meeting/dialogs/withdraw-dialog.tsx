// Recording that an applicant has withdrawn: they leave the list, and nothing about them is deleted.
import type { Applicant } from "../../../domain/applicant";
import { announce } from "../../ui/live-region";
import { useDraft } from "./draft";
import { FormDialog } from "./form-dialog";
import { SentenceField } from "./sentence-field";
import { useCommand } from "./use-command";

export function WithdrawDialog({ applicant, onDone }: { applicant: Applicant; onDone: () => void }) {
  const { draft, change, forget } = useDraft(`withdraw ${applicant.id}`, { reason: "" });
  const { send, isSending, refusal } = useCommand();
  const reason = draft.reason.trim();

  const submit = () => {
    void send({ type: "withdrawApplicant", applicantId: applicant.id, ...(reason && { reason }) }).then(
      (isAccepted) => {
        if (!isAccepted) return;
        forget();
        announce(`${applicant.name} has withdrawn and is off the list.`);
        onDone();
      },
    );
    return true;
  };

  return (
    <FormDialog
      title={`Withdrawn: ${applicant.name}`}
      description="They leave the list and the file for R3, and everybody below moves up one. Their file, marks and history stay, and they can be reinstated until the lock."
      submitLabel="Record the withdrawal"
      variant="danger"
      isSending={isSending}
      refusal={refusal}
      onSubmit={submit}
      onClose={onDone}
    >
      <SentenceField
        label="How we know (optional)"
        value={draft.reason}
        rows={2}
        isLine
        onChange={(value) => change({ reason: value })}
      />
    </FormDialog>
  );
}
