// A sentence somebody signs: what they saw, or why. Says beside the field that it may be discoverable.
import { TextAreaField } from "../../ui/field";
import { SentenceArea } from "../../ui/sentence-area";

/** The server's own limit, in characters (domain/commands). */
export const sentenceMax = 500;

interface SentenceFieldProps {
  label: string;
  value: string;
  error?: string | null;
  /** After "May be discoverable." */
  hint?: string;
  rows?: number;
  /** A word is enough. */
  isLine?: boolean;
  onChange: (value: string) => void;
}

export function SentenceField({ label, value, error, hint, rows, isLine = false, onChange }: SentenceFieldProps) {
  const Area = isLine ? TextAreaField : SentenceArea;
  return (
    <Area
      label={label}
      value={value}
      rows={rows}
      maxLength={sentenceMax}
      error={error}
      hint={["May be discoverable.", hint].filter(Boolean).join(" ")}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
