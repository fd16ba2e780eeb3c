// How somebody knows of a concern: the same question for a flag and for a move into red.
import { type Provenance, provenances, provenanceWords } from "../../../domain/marks";
import { SegmentedChoice } from "../../ui/segmented-choice";

const options = provenances.map((value) => ({ value, label: provenanceWords[value] }));

interface ProvenanceChoiceProps {
  value: Provenance | "";
  error?: string | null;
  /** Said where second-hand is chosen. */
  secondHand: string;
  onChange: (value: Provenance) => void;
}

export const ProvenanceChoice = ({ value, error, secondHand, onChange }: ProvenanceChoiceProps) => (
  <div>
    <SegmentedChoice<Provenance | "">
      legend="How do you know?"
      options={options}
      value={value}
      error={error}
      onChange={(chosen) => chosen !== "" && onChange(chosen)}
    />
    {value === "secondHand" && (
      <p role="status" className="mt-1 text-meta text-muted">
        {secondHand}
      </p>
    )}
  </div>
);
