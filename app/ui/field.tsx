// A labelled field: label, hint and error are tied to the control, whichever control it is. Beside a text area, and a field in which
// one writes of a person, stand hints about topics that a ranking may not rest on (NOTE-5).
import CircleAlert from "lucide-react/icons/circle-alert";
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
  useState,
} from "react";
import { classNames } from "./class-names";
import { HintsBeside } from "./hints-beside";

interface FieldWords {
  label: string;
  /** For screen readers alone: a heading above says it to the eye. */
  isLabelHidden?: boolean;
  hint?: ReactNode;
  /** A sentence: what was expected and what to do. */
  error?: string | null;
}

interface Wiring {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

interface FieldProps extends FieldWords {
  className?: string;
  /** What is written in it now, where hints stand beside it. */
  written?: string | undefined;
  children: (wiring: Wiring) => ReactNode;
}

export function Field({ label, isLabelHidden, hint, error, className, written, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}hint`;
  const errorId = `${id}error`;
  const describedBy = classNames(Boolean(error) && errorId, Boolean(hint) && hintId);
  return (
    <div className={classNames("flex flex-col gap-1", className)}>
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : "font-bold"}>
        {label}
      </label>
      {children({ id, "aria-describedby": describedBy || undefined, "aria-invalid": error ? true : undefined })}
      {error && (
        <p id={errorId} role="alert" className="flex gap-1 text-red">
          <CircleAlert size={16} className="mt-0.5 shrink-0" aria-hidden />
          {error}
        </p>
      )}
      {hint && (
        <p id={hintId} className="text-meta text-muted">
          {hint}
        </p>
      )}
      {written !== undefined && <HintsBeside text={written} />}
    </div>
  );
}

const controlStyle = (isInvalid: boolean, className?: string) =>
  classNames(
    "w-full rounded-md border bg-surface px-3 py-1.5 text-ink min-h-9 pointer-coarse:min-h-11 pointer-coarse:text-entry",
    isInvalid ? "border-red" : "border-control",
    className,
  );

/** What a field holds, controlled or not. */
function useWritten(given: unknown): [string, (text: string) => void] {
  const [typed, setTyped] = useState<string | null>(null);
  return [typed ?? (typeof given === "string" ? given : ""), setTyped];
}

export function TextField({
  label,
  isLabelHidden,
  hint,
  error,
  className,
  isOfPerson = false,
  ...input
}: FieldWords & Omit<InputHTMLAttributes<HTMLInputElement>, "id"> & { isOfPerson?: boolean }) {
  const [written, write] = useWritten(input.value ?? input.defaultValue);
  const words = { label, isLabelHidden, hint, error, className, written: isOfPerson ? written : undefined };
  return (
    <Field {...words}>
      {(wiring) => (
        <input
          onInput={isOfPerson ? ({ currentTarget }) => write(currentTarget.value) : undefined}
          {...input}
          {...wiring}
          className={controlStyle(Boolean(error))}
        />
      )}
    </Field>
  );
}

/** `isOfPerson`: false where nobody is written of. */
export function TextAreaField({
  label,
  isLabelHidden,
  hint,
  error,
  className,
  isOfPerson = true,
  ...textarea
}: FieldWords & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id" | "onInput"> & { isOfPerson?: boolean }) {
  const [written, write] = useWritten(textarea.value ?? textarea.defaultValue);
  const words = { label, isLabelHidden, hint, error, className, written: isOfPerson ? written : undefined };
  return (
    <Field {...words}>
      {(wiring) => (
        <textarea
          rows={3}
          onInput={isOfPerson ? ({ currentTarget }) => write(currentTarget.value) : undefined}
          {...textarea}
          {...wiring}
          className={controlStyle(Boolean(error))}
        />
      )}
    </Field>
  );
}

export function SelectField({
  label,
  hint,
  error,
  className,
  children,
  ...select
}: FieldWords & Omit<SelectHTMLAttributes<HTMLSelectElement>, "id">) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(wiring) => (
        <select {...select} {...wiring} className={controlStyle(Boolean(error))}>
          {children}
        </select>
      )}
    </Field>
  );
}
