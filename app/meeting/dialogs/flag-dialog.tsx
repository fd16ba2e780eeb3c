// Raising a concern: a category, where it comes from, and a sentence, signed (MARK-1, MARK-4).

import { useState } from "react";
import type { Applicant } from "../../../domain/applicant";
import type { FlagCategory, Provenance } from "../../../domain/marks";
import { isSentence, sentenceMissing } from "../../../domain/sentence";
import { useMeeting } from "../../meeting-store/use-meeting";
import { announce } from "../../ui/live-region";
import { memberName } from "../drawer/mark-words";
import { CategoryChoice } from "./category-choice";
import type { DialogRequest } from "./dialog-request";
import { useDraft } from "./draft";
import { FormDialog } from "./form-dialog";
import { ProvenanceChoice } from "./provenance-choice";
import { SentenceField } from "./sentence-field";
import { useCommand } from "./use-command";

interface FlagDraft {
  category: FlagCategory | "";
  provenance: Provenance | "";
  sentence: string;
}

const empty: FlagDraft = { category: "", provenance: "", sentence: "" };

interface FlagDialogProps {
  applicant: Applicant;
  from: Extract<DialogRequest, { kind: "flag" }>["from"];
  onDone: () => void;
}

export function FlagDialog({ applicant, from, onDone }: FlagDialogProps) {
  const objector = useMeeting(({ state, memberId }) =>
    from && from.memberId !== memberId ? memberName(state, from.memberId) : undefined,
  );
  // A flag that was begun before is kept apart from the one that an objection begins.
  const { draft, change, forget } = useDraft<FlagDraft>(
    `flag ${applicant.id}${from ? ` from ${from.memberId} ${from.sentence}` : ""}`,
    from ? { ...empty, category: from.category, sentence: from.sentence } : empty,
  );
  const { send, isSending, refusal } = useCommand();
  const [isChecked, setIsChecked] = useState(false);
  const { category, provenance } = draft;
  const sentence = draft.sentence.trim();

  const submit = () => {
    setIsChecked(true);
    if (!category || !provenance || !isSentence(sentence)) return false;
    void send({ type: "raiseFlag", applicantId: applicant.id, category, provenance, sentence }).then((isAccepted) => {
      if (!isAccepted) return;
      forget();
      announce(`Flag raised on ${applicant.name}. It moves nobody until a host has verified it.`);
      onDone();
    });
    return true;
  };

  return (
    <FormDialog
      title={`Flag a concern: ${applicant.name}`}
      description={`${objector ? `The words are ${objector}'s; the flag is signed by you. ` : ""}A flag is not counted and moves nobody until the program director or an associate PD has verified it.`}
      submitLabel="Raise the flag"
      isSending={isSending}
      refusal={refusal}
      onSubmit={submit}
      onClose={onDone}
    >
      <CategoryChoice
        legend="What is it about?"
        value={category}
        error={isChecked && !category ? "Choose what the concern is about." : null}
        onChange={(chosen) => change({ category: chosen })}
      />
      <ProvenanceChoice
        value={provenance}
        error={isChecked && !provenance ? "Choose how you know of it." : null}
        secondHand="Second-hand is stored as unverified. Say who could confirm it."
        onChange={(chosen) => change({ provenance: chosen })}
      />
      <SentenceField
        label="What happened, in a sentence of fact"
        value={draft.sentence}
        error={isChecked && !isSentence(sentence) ? sentenceMissing : null}
        hint="Your name stays with it."
        onChange={(value) => change({ sentence: value })}
      />
    </FormDialog>
  );
}
