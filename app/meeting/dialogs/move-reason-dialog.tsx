// Why somebody is moved where a reason is owed: into red a category and a sentence, down out of protected a sentence
// (ZONE-1, ZONE-2). A selection is asked once, for all of it.
import { useEffect, useState } from "react";
import type { MemberCommand } from "../../../domain/commands";
import { counted } from "../../../domain/count-words";
import type { FlagCategory } from "../../../domain/marks";
import { useMeeting, useMeetingStore } from "../../meeting-store/use-meeting";
import { announce } from "../../ui/live-region";
import { moveSentence, nameIn, standingIn } from "../move-words";
import { CategoryChoice } from "./category-choice";
import type { DialogRequest } from "./dialog-request";
import { useDraft } from "./draft";
import { FormDialog } from "./form-dialog";
import { SentenceField } from "./sentence-field";
import { useCommand } from "./use-command";

interface MoveReasonDialogProps {
  request: Extract<DialogRequest, { kind: "moveReason" }>;
  onDone: () => void;
}

const empty: { category: FlagCategory | ""; sentence: string } = { category: "", sentence: "" };

export function MoveReasonDialog({ request, onDone }: MoveReasonDialogProps) {
  const { applicantIds, to, need, onMoved } = request;
  const [first = ""] = applicantIds;
  const isOne = applicantIds.length === 1;
  const store = useMeetingStore();
  const who = useMeeting(({ state }) => (isOne ? nameIn(state, first) : counted(applicantIds.length, "applicant")));
  const isGone = useMeeting(({ state }) => applicantIds.some((id) => !state.applicants[id]));
  const { draft, change, forget } = useDraft(`move ${applicantIds.join(" ")}`, empty);
  const { send, isSending, refusal } = useCommand();
  const [isChecked, setIsChecked] = useState(false);
  const needsCategory = need === "redNeedsReason";
  const { category } = draft;
  const sentence = draft.sentence.trim();
  useEffect(() => {
    // Withheld from now on, by a recusal.
    if (isGone) onDone();
  }, [isGone, onDone]);

  const submit = () => {
    setIsChecked(true);
    if (!sentence || (needsCategory && !category)) return false;
    const reason = { ...(needsCategory && category && { category }), sentence };
    const from = standingIn(store.getSnapshot().state, first);
    const command: MemberCommand = isOne
      ? { type: "moveApplicant", applicantId: first, to, reason }
      : { type: "moveApplicants", applicantIds: [...applicantIds], to, reason };
    void send(command).then((isAccepted) => {
      if (!isAccepted) return;
      forget();
      if (onMoved) onMoved();
      else announce(moveSentence(store.getSnapshot().state, first, from));
      onDone();
    });
    return true;
  };

  return (
    <FormDialog
      title={needsCategory ? `Not rank ${who}` : `Move ${who} out of protected`}
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
