// A sentence somebody signs: what they saw, or why. Says beside the field that it may be discoverable.
import { TextAreaField } from "../../ui/field";

/** The server's own limit, in characters (domain/commands). */
export const sentenceMax = 500;

interface SentenceFieldProps {
  label: string;
  value: string;
  error?: string | null;
  /** After "May be discoverable." */
  hint?: string;
  rows?: number;
  onChange: (value: string) => void;
}

export const SentenceField = ({ label, value, error, hint, rows, onChange }: SentenceFieldProps) => (
  <TextAreaField
    label={label}
    value={value}
    rows={rows}
    maxLength={sentenceMax}
    error={error}
    hint={["May be discoverable.", hint].filter(Boolean).join(" ")}
    onChange={(event) => onChange(event.target.value)}
  />
);
