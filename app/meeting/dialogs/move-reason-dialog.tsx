// Why somebody is moved where a reason is owed: into red what a flag needs, down out of or within protected a sentence
// (ZONE-1, ZONE-2, ZONE-4). A selection is asked once, for all of it.

import { useEffect, useState } from "react";
import type { MemberCommand } from "../../../domain/commands";
import { counted } from "../../../domain/count-words";
import type { FlagCategory, Provenance } from "../../../domain/marks";
import type { AskedNeed } from "../../../domain/move-need";
import { isSentence, sentenceMissing } from "../../../domain/sentence";
import { useMeeting, useMeetingStore } from "../../meeting-store/use-meeting";
import { announce } from "../../ui/live-region";
import { moveSentence, nameIn, standingIn } from "../move-words";
import { CategoryChoice } from "./category-choice";
import type { DialogRequest } from "./dialog-request";
import { useDraft } from "./draft";
import { FormDialog } from "./form-dialog";
import { ProvenanceChoice } from "./provenance-choice";
import { SentenceField } from "./sentence-field";
import { useCommand } from "./use-command";

interface MoveReasonDialogProps {
  request: Extract<DialogRequest, { kind: "moveReason" }>;
  onDone: () => void;
}

interface ReasonDraft {
  category: FlagCategory | "";
  provenance: Provenance | "";
  sentence: string;
}

const empty: ReasonDraft = { category: "", provenance: "", sentence: "" };

const titles: Record<AskedNeed, (who: string) => string> = {
  redNeedsReason: (who) => `Not rank ${who}`,
  protectedNeedsReason: (who) => `Move ${who} out of protected`,
  fallNeedsReason: (who) => `Move ${who} down within protected`,
};
const descriptions: Record<AskedNeed, string> = {
  redNeedsReason:
    "In the red zone they are not ranked and are left out of the file for R3. It can be taken back until the lock.",
  protectedNeedsReason: "Protected places are stable: a move down out of them carries its reason.",
  fallNeedsReason: "A fall below the quota, or of more than ten places in all, carries its reason.",
};

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
  const isIntoRed = need === "redNeedsReason";
  const { category, provenance } = draft;
  const sentence = draft.sentence.trim();
  useEffect(() => {
    // Withheld from now on, by a recusal.
    if (isGone) onDone();
  }, [isGone, onDone]);

  const submit = () => {
    setIsChecked(true);
    if (!isSentence(sentence) || (isIntoRed && !(category && provenance))) return false;
    const reason = { ...(isIntoRed && category && provenance && { category, provenance }), sentence };
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
      title={titles[need](who)}
      description={descriptions[need]}
      submitLabel={isIntoRed ? "Move to the red zone" : "Move down"}
      variant={isIntoRed ? "danger" : "primary"}
      isSending={isSending}
      refusal={refusal}
      onSubmit={submit}
      onClose={onDone}
    >
      {isIntoRed && (
        <>
          <CategoryChoice
            legend="What is it about?"
            value={category}
            error={isChecked && !category ? "Choose what it is about." : null}
            onChange={(chosen) => change({ category: chosen })}
          />
          <ProvenanceChoice
            value={provenance}
            error={isChecked && !provenance ? "Choose how you know of it." : null}
            secondHand="What you were only told is not enough: a host decides on it. You can raise a flag, for a host to verify."
            onChange={(chosen) => change({ provenance: chosen })}
          />
        </>
      )}
      <SentenceField
        label="Why, in a sentence of fact"
        value={draft.sentence}
        error={isChecked && !isSentence(sentence) ? sentenceMissing : null}
        hint="Your name stays with it."
        onChange={(value) => change({ sentence: value })}
      />
    </FormDialog>
  );
}
