// Endorsing somebody I have endorsed already: what I said, and the way to change it, which is to strike it first.

import { useState } from "react";
import type { Applicant } from "../../../domain/applicant";
import { type Endorsement, strengthWords } from "../../../domain/marks";
import { isSentence, sentenceMissing } from "../../../domain/sentence";
import { announce } from "../../ui/live-region";
import { useDraft } from "./draft";
import { FormDialog } from "./form-dialog";
import { SentenceField } from "./sentence-field";
import { useCommand } from "./use-command";

interface OwnEndorsementDialogProps {
  applicant: Applicant;
  endorsement: Endorsement;
  onDone: () => void;
}

export function OwnEndorsementDialog({ applicant, endorsement, onDone }: OwnEndorsementDialogProps) {
  const { draft, change, forget } = useDraft(`strikeEndorsement ${endorsement.id} ${applicant.id}`, { reason: "" });
  const { send, isSending, refusal } = useCommand();
  const [isChecked, setIsChecked] = useState(false);
  const reason = draft.reason.trim();

  const submit = () => {
    setIsChecked(true);
    if (!isSentence(reason)) return false;
    void send({ type: "strikeEndorsement", markId: endorsement.id, reason }).then((isAccepted) => {
      if (!isAccepted) return;
      forget();
      announce(`Your endorsement of ${applicant.name} is struck. You can give another.`);
      onDone();
    });
    return true;
  };

  return (
    <FormDialog
      title={`You endorsed ${applicant.name}`}
      description={`${strengthWords[endorsement.strength]}. To change it, strike it with a reason and endorse again; what is struck stays in the trail.`}
      submitLabel="Strike my endorsement"
      variant="danger"
      isSending={isSending}
      refusal={refusal}
      onSubmit={submit}
      onClose={onDone}
    >
      <SentenceField
        label="Why do you strike it?"
        value={draft.reason}
        rows={2}
        error={isChecked && !isSentence(reason) ? sentenceMissing : null}
        onChange={(value) => change({ reason: value })}
      />
    </FormDialog>
  );
}
