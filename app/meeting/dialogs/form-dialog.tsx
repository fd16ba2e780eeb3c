// The frame of every dialog that asks: a sheet on a phone, a dialog from 640 px; the fields, then what came back, then the
// buttons. A missing answer takes the focus; nothing typed is lost by a refusal.
import CircleAlert from "lucide-react/icons/circle-alert";
import { type FormEvent, type ReactNode, useId, useRef } from "react";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import type { ButtonVariant } from "../../ui/button-style";
import { Sheet } from "../../ui/dialog";

interface FormDialogProps {
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  submitLabel: string;
  variant?: ButtonVariant;
  isSending: boolean;
  refusal: string | null;
  /** False when an answer is missing and its field says so. */
  onSubmit: () => boolean;
  onClose: () => void;
}

export function FormDialog(props: FormDialogProps) {
  const {
    title,
    description,
    children,
    submitLabel,
    variant = "primary",
    isSending,
    refusal,
    onSubmit,
    onClose,
  } = props;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSending || onSubmit()) return;
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>("[aria-invalid=true], fieldset[aria-describedby] input")?.focus(),
    );
  };

  return (
    <Sheet
      isOpen
      title={title}
      description={description}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} variant={variant} isBusy={isSending}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form id={id} ref={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {children}
        <Refusal sentence={refusal} />
        {isSending && <WaitingNote />}
      </form>
    </Sheet>
  );
}

export const Refusal = ({ sentence }: { sentence: string | null }) =>
  sentence && (
    <p role="alert" className="flex gap-1 text-red">
      <CircleAlert size={16} className="mt-0.5 shrink-0" aria-hidden />
      {sentence}
    </p>
  );

/** Why nothing seems to happen. */
export function WaitingNote() {
  const isLive = useMeeting(({ connection }) => connection === "live");
  if (isLive) return null;
  return (
    <p role="status" className="text-muted">
      No connection. What you wrote is kept, and is sent as soon as the connection is back.
    </p>
  );
}
