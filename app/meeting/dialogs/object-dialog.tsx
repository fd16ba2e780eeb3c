// An objection: to whom, about what, and why, signed (CALL-2). In the call that is open, or late in the last one: what is being
// typed when the time ends is kept, and can still be sent (CALL-6).

import { useState } from "react";
import type { FlagCategory } from "../../../domain/marks";
import { placeOf } from "../../../domain/rank-list";
import { openCallOf } from "../../../domain/room";
import { isSentence, sentenceMissing } from "../../../domain/sentence";
import { useMeeting } from "../../meeting-store/use-meeting";
import { SelectField } from "../../ui/field";
import { announce } from "../../ui/live-region";
import { nameIn, standingIn } from "../move-words";
import { CategoryChoice } from "./category-choice";
import { objectionPurpose, useDraft } from "./draft";
import { FormDialog } from "./form-dialog";
import { SentenceField } from "./sentence-field";
import { useCommand } from "./use-command";

interface ObjectionDraft {
  applicantId: string;
  category: FlagCategory | "";
  sentence: string;
}

export function ObjectDialog({ callId: about, onDone }: { callId?: string | undefined; onDone: () => void }) {
  const state = useMeeting((snapshot) => snapshot.state);
  const spotlit = state.room.spotlight?.applicantId ?? "";
  // As it was when asked: what is typed about one call is not sent to the next.
  const [callId] = useState(() => about ?? (openCallOf(state.room) ?? state.room.calls.at(-1))?.id);
  const call = state.room.calls.find(({ id }) => id === callId);
  const isLate = call?.closed !== undefined;
  const asked = (call?.applicantIds ?? []).filter((id) => placeOf(state.order, id) !== undefined);
  const first = asked.includes(spotlit) ? spotlit : asked.length === 1 ? (asked[0] ?? "") : "";
  const { draft, change, forget } = useDraft<ObjectionDraft>(objectionPurpose(callId ?? ""), {
    applicantId: first,
    category: "",
    sentence: "",
  });
  const { send, isSending, refusal } = useCommand();
  const [isChecked, setIsChecked] = useState(false);
  const { category } = draft;
  const applicantId = asked.includes(draft.applicantId) ? draft.applicantId : "";
  const sentence = draft.sentence.trim();

  const submit = () => {
    setIsChecked(true);
    if (!call || !applicantId || !category || !isSentence(sentence)) return false;
    void send({ type: "raiseObjection", callId: call.id, applicantId, category, sentence }).then((isAccepted) => {
      if (!isAccepted) return;
      forget();
      const when = isLate ? "raised late about" : "raised about";
      announce(`Objection ${when} ${nameIn(state, applicantId)}. They come onto the agenda.`);
      onDone();
    });
    return true;
  };

  return (
    <FormDialog
      title={isLate ? "Object late" : "Object"}
      description={
        isLate
          ? "The call is over. Your objection is signed and marked as after the call. The applicant comes onto the agenda; nobody is moved by it."
          : "Your objection is signed. The applicant comes onto the agenda; nobody is moved by it."
      }
      submitLabel={isLate ? "Object late" : "Object"}
      isSending={isSending}
      refusal={call ? refusal : "There has been no call for objections yet. You can flag the applicant."}
      onSubmit={submit}
      onClose={onDone}
    >
      <SelectField
        label="To whom?"
        value={applicantId}
        error={isChecked && !applicantId ? "Choose an applicant." : null}
        onChange={(event) => change({ applicantId: event.currentTarget.value })}
      >
        <option value="">Choose…</option>
        {asked.map((id) => (
          <option key={id} value={id}>
            {standingIn(state, id).rank} · {nameIn(state, id)}
          </option>
        ))}
      </SelectField>
      <CategoryChoice
        legend="What is it about?"
        value={category}
        error={isChecked && !category ? "Choose what the objection is about." : null}
        onChange={(chosen) => change({ category: chosen })}
      />
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
