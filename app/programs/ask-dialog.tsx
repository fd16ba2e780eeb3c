// A form over the page that changes something of a program: its fields, what was wrong at the field it is about, and what was
// done, said when it closes. Nothing typed is lost by a refusal.
import { useFetcher } from "@remix-run/react";
import CircleAlert from "lucide-react/icons/circle-alert";
import { type ReactNode, useEffect, useId, useRef } from "react";
import type { ProgramAnswer } from "../../server/load-context";
import { Button } from "../ui/button";
import type { ButtonVariant } from "../ui/button-style";
import { Sheet } from "../ui/dialog";
import { announce } from "../ui/live-region";
import { showToast } from "../ui/toasts";

/** The sentence for a field, if what was wrong is about it. */
export type ErrorOf = (field: string) => string | null;

interface AskDialogProps {
  title: string;
  description?: ReactNode;
  /** Which of the page's forms this is. */
  intent: string;
  /** Fields that are not shown. */
  hidden?: Readonly<Record<string, string>>;
  submitLabel: string;
  variant?: ButtonVariant;
  /** Said when it is done. */
  done: string;
  /** Names of the fields that `children` shows; a refusal about anything else stands at the foot. */
  fields: readonly string[];
  children: (errorOf: ErrorOf) => ReactNode;
  onClose: () => void;
}

export function AskDialog(props: AskDialogProps) {
  const { title, description, intent, hidden = {}, submitLabel, variant = "primary", done, fields, children } = props;
  const { onClose } = props;
  const fetcher = useFetcher<ProgramAnswer>();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const isBusy = fetcher.state !== "idle";
  const refusal = fetcher.data && !fetcher.data.ok && !isBusy ? fetcher.data : null;
  const isDone = fetcher.data?.ok === true && !isBusy;

  useEffect(() => {
    if (!isDone) return;
    announce(done);
    showToast(done);
    onClose();
  }, [isDone, done, onClose]);
  useEffect(() => {
    if (refusal) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [refusal]);

  return (
    <Sheet
      isOpen
      title={title}
      description={description}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} variant={variant} isBusy={isBusy}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <fetcher.Form id={id} ref={form} method="post" noValidate className="flex flex-col gap-4">
        <input type="hidden" name="intent" value={intent} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children((field) => (refusal?.field === field ? refusal.message : null))}
        {refusal && !fields.includes(refusal.field ?? "") && <Refusal sentence={refusal.message} />}
      </fetcher.Form>
    </Sheet>
  );
}

export const Refusal = ({ sentence }: { sentence: string }) => (
  <p role="alert" className="flex gap-1 text-red">
    <CircleAlert size={16} className="mt-0.5 shrink-0" aria-hidden />
    {sentence}
  </p>
);
