// A labelled field: label, hint and error are tied to the control, whichever control it is.
import CircleAlert from "lucide-react/icons/circle-alert";
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from "react";
import { classNames } from "./class-names";

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
  children: (wiring: Wiring) => ReactNode;
}

export function Field({ label, isLabelHidden, hint, error, className, children }: FieldProps) {
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
    </div>
  );
}

const controlStyle = (isInvalid: boolean, className?: string) =>
  classNames(
    "w-full rounded-md border bg-surface px-3 py-1.5 text-ink min-h-9 pointer-coarse:min-h-11 pointer-coarse:text-entry",
    isInvalid ? "border-red" : "border-control",
    className,
  );

export function TextField({
  label,
  isLabelHidden,
  hint,
  error,
  className,
  ...input
}: FieldWords & Omit<InputHTMLAttributes<HTMLInputElement>, "id">) {
  return (
    <Field label={label} isLabelHidden={isLabelHidden} hint={hint} error={error} className={className}>
      {(wiring) => <input {...input} {...wiring} className={controlStyle(Boolean(error))} />}
    </Field>
  );
}

export function TextAreaField({
  label,
  isLabelHidden,
  hint,
  error,
  className,
  ...textarea
}: FieldWords & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id">) {
  return (
    <Field label={label} isLabelHidden={isLabelHidden} hint={hint} error={error} className={className}>
      {(wiring) => <textarea rows={3} {...textarea} {...wiring} className={controlStyle(Boolean(error))} />}
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
