// An objection in the call that is open: to whom, about what, and why, signed (CALL-2).
import { useState } from "react";
import type { FlagCategory } from "../../../domain/marks";
import { openCallOf } from "../../../domain/room";
import { useMeeting } from "../../meeting-store/use-meeting";
import { SelectField } from "../../ui/field";
import { announce } from "../../ui/live-region";
import { nameIn, standingIn } from "../move-words";
import { CategoryChoice } from "./category-choice";
import { useDraft } from "./draft";
import { FormDialog } from "./form-dialog";
import { SentenceField } from "./sentence-field";
import { useCommand } from "./use-command";

interface ObjectionDraft {
  applicantId: string;
  category: FlagCategory | "";
  sentence: string;
}

export function ObjectDialog({ onDone }: { onDone: () => void }) {
  const state = useMeeting((snapshot) => snapshot.state);
  const spotlit = state.room.spotlight?.applicantId ?? "";
  // As it was when asked: what is typed about one call is not sent to the next.
  const [call] = useState(() => openCallOf(state.room));
  const asked = call?.applicantIds ?? [];
  const first = asked.includes(spotlit) ? spotlit : asked.length === 1 ? (asked[0] ?? "") : "";
  const { draft, change, forget } = useDraft<ObjectionDraft>(`object ${call?.id ?? ""}`, {
    applicantId: first,
    category: "",
    sentence: "",
  });
  const { send, isSending, refusal } = useCommand();
  const [isChecked, setIsChecked] = useState(false);
  const { applicantId, category } = draft;
  const sentence = draft.sentence.trim();

  const submit = () => {
    setIsChecked(true);
    if (!call || !applicantId || !category || !sentence) return false;
    void send({ type: "raiseObjection", callId: call.id, applicantId, category, sentence }).then((isAccepted) => {
      if (!isAccepted) return;
      forget();
      announce(`Objection raised about ${nameIn(state, applicantId)}. They come onto the agenda.`);
      onDone();
    });
    return true;
  };

  return (
    <FormDialog
      title="Object"
      description="Your objection is signed. The applicant comes onto the agenda; nobody is moved by it."
      submitLabel="Object"
      isSending={isSending}
      refusal={call ? refusal : "There is no call for objections any more. You can still flag the applicant."}
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
        error={isChecked && !sentence ? "Write the objection in a sentence." : null}
        hint="Your name stays with it."
        onChange={(value) => change({ sentence: value })}
      />
    </FormDialog>
  );
}
