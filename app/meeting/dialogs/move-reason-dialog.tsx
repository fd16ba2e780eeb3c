// Why somebody is moved where a reason is owed: into red a category and a sentence, down out of protected a sentence
// (ZONE-1, ZONE-2).
import { useState } from "react";
import type { Anchor } from "../../../domain/anchor";
import type { Applicant } from "../../../domain/applicant";
import type { FlagCategory } from "../../../domain/marks";
import { useMeetingStore } from "../../meeting-store/use-meeting";
import { announce } from "../../ui/live-region";
import { moveSentence, standingIn } from "../move-words";
import { CategoryChoice } from "./category-choice";
import type { DialogRequest } from "./dialog-request";
import { useDraft } from "./draft";
import { FormDialog } from "./form-dialog";
import { SentenceField } from "./sentence-field";
import { useCommand } from "./use-command";

interface MoveReasonDialogProps {
  applicant: Applicant;
  to: Anchor;
  need: Extract<DialogRequest, { kind: "moveReason" }>["need"];
  onDone: () => void;
}

const empty: { category: FlagCategory | ""; sentence: string } = { category: "", sentence: "" };

export function MoveReasonDialog({ applicant, to, need, onDone }: MoveReasonDialogProps) {
  const store = useMeetingStore();
  const { draft, change, forget } = useDraft(`move ${applicant.id}`, empty);
  const { send, isSending, refusal } = useCommand();
  const [isChecked, setIsChecked] = useState(false);
  const needsCategory = need === "redNeedsReason";
  const { category } = draft;
  const sentence = draft.sentence.trim();

  const submit = () => {
    setIsChecked(true);
    if (!sentence || (needsCategory && !category)) return false;
    const reason = { ...(needsCategory && category && { category }), sentence };
    const from = standingIn(store.getSnapshot().state, applicant.id);
    void send({ type: "moveApplicant", applicantId: applicant.id, to, reason }).then((isAccepted) => {
      if (!isAccepted) return;
      forget();
      announce(moveSentence(store.getSnapshot().state, applicant.id, from));
      onDone();
    });
    return true;
  };

  return (
    <FormDialog
      title={needsCategory ? `Not rank ${applicant.name}` : `Move ${applicant.name} out of protected`}
      description={
        needsCategory
          ? "In the red zone they are not ranked and are left out of the file for R3. It can be taken back until the lock."
          : "Protected places are stable: a move down out of them carries its reason."
      }
      submitLabel={needsCategory ? "Move to the red zone" : "Move down"}
      variant={needsCategory ? "danger" : "primary"}
      isSending={isSending}
      refusal={refusal}
      onSubmit={submit}
      onClose={onDone}
    >
      {needsCategory && (
        <CategoryChoice
          legend="What is it about?"
          value={category}
          error={isChecked && !category ? "Choose what it is about." : null}
          onChange={(chosen) => change({ category: chosen })}
        />
      )}
      <SentenceField
        label="Why, in a sentence of fact"
        value={draft.sentence}
        error={isChecked && !sentence ? "Write the reason in a sentence." : null}
        hint="Your name stays with it."
        onChange={(value) => change({ sentence: value })}
      />
    </FormDialog>
  );
}
