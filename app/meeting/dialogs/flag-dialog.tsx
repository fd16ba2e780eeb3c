// Raising a concern: a category, where it comes from, and a sentence, signed (MARK-1, MARK-4).
import { useState } from "react";
import type { Applicant } from "../../../domain/applicant";
import { type FlagCategory, type Provenance, provenances, provenanceWords } from "../../../domain/marks";
import { announce } from "../../ui/live-region";
import { SegmentedChoice } from "../../ui/segmented-choice";
import { CategoryChoice } from "./category-choice";
import { useDraft } from "./draft";
import { FormDialog } from "./form-dialog";
import { SentenceField } from "./sentence-field";
import { useCommand } from "./use-command";

interface FlagDraft {
  category: FlagCategory | "";
  provenance: Provenance | "";
  sentence: string;
}

const empty: FlagDraft = { category: "", provenance: "", sentence: "" };
const provenanceOptions = provenances.map((value) => ({ value, label: provenanceWords[value] }));

export function FlagDialog({ applicant, onDone }: { applicant: Applicant; onDone: () => void }) {
  const { draft, change, forget } = useDraft(`flag ${applicant.id}`, empty);
  const { send, isSending, refusal } = useCommand();
  const [isChecked, setIsChecked] = useState(false);
  const { category, provenance } = draft;
  const sentence = draft.sentence.trim();

  const submit = () => {
    setIsChecked(true);
    if (!category || !provenance || !sentence) return false;
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
      description="A flag is not counted and moves nobody until the program director or an associate PD has verified it."
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
      <div>
        <SegmentedChoice<Provenance | "">
          legend="How do you know?"
          options={provenanceOptions}
          value={provenance}
          error={isChecked && !provenance ? "Choose how you know of it." : null}
          onChange={(chosen) => change({ provenance: chosen })}
        />
        {provenance === "secondHand" && (
          <p role="status" className="mt-1 text-meta text-muted">
            Second-hand is stored as unverified. Say who could confirm it.
          </p>
        )}
      </div>
      <SentenceField
        label="What happened, in a sentence of fact"
        value={draft.sentence}
        error={isChecked && !sentence ? "Write the concern in a sentence." : null}
        hint="Your name stays with it."
        onChange={(value) => change({ sentence: value })}
      />
    </FormDialog>
  );
}
