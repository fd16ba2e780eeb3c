// A field of the rubric's form: its name is its place in the rubric (domain/rubric-typed).
import { TextField } from "../ui/field";

export interface FieldWiring {
  typed: Readonly<Record<string, string>>;
  errorOf: (field: string) => string | null;
  onType: (field: string, value: string) => void;
}

interface NumberFieldProps {
  wiring: FieldWiring;
  name: string;
  label: string;
  hint?: string;
}

export const NumberField = ({ wiring, name, label, hint }: NumberFieldProps) => (
  <TextField
    label={label}
    name={name}
    inputMode="numeric"
    autoComplete="off"
    value={wiring.typed[name]}
    onChange={(event) => wiring.onType(name, event.currentTarget.value)}
    hint={hint}
    error={wiring.errorOf(name)}
    className="w-full"
  />
);
