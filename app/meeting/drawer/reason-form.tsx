// One sentence asked in place, for what needs a reason: verify, dismiss, strike, lift. Takes the focus when it opens and
// gives it back when it goes.

import { type FormEvent, useEffect, useRef, useState } from "react";
import type { MemberCommand } from "../../../domain/commands";
import { isSentence, sentenceMissing } from "../../../domain/sentence";
import { Button } from "../../ui/button";
import { announce } from "../../ui/live-region";
import { onEscape } from "../../ui/on-escape";
import { useDraft } from "../dialogs/draft";
import { Refusal, WaitingNote } from "../dialogs/form-dialog";
import { SentenceField } from "../dialogs/sentence-field";
import { useCommand } from "../dialogs/use-command";

interface ReasonFormProps {
  /** Names the draft; ends with the applicant's id. */
  purpose: string;
  label: string;
  submitLabel: string;
  command: (reason: string) => MemberCommand;
  /** Said when it is done. */
  done: string;
  onClose: () => void;
}

export function ReasonForm({ purpose, label, submitLabel, command, done, onClose }: ReasonFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { draft, change, forget } = useDraft(purpose, { reason: "" });
  const { send, isSending, refusal } = useCommand();
  const [isChecked, setIsChecked] = useState(false);
  const reason = draft.reason.trim();

  useEffect(() => {
    const cameFrom = document.activeElement;
    form.current?.querySelector("textarea")?.focus();
    return () => {
      if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus();
    };
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (isSending || !isSentence(reason)) return;
    void send(command(reason)).then((isAccepted) => {
      if (!isAccepted) return;
      forget();
      announce(done);
      onClose();
    });
  };

  return (
    <form ref={form} noValidate onSubmit={submit} onKeyDown={onEscape(onClose)} className="mt-2 flex flex-col gap-2">
      <SentenceField
        label={label}
        value={draft.reason}
        rows={2}
        error={isChecked && !isSentence(reason) ? sentenceMissing : null}
        onChange={(value) => change({ reason: value })}
      />
      <Refusal sentence={refusal} />
      {isSending && <WaitingNote />}
      <p className="flex gap-2">
        <Button type="submit" variant="primary" isBusy={isSending}>
          {submitLabel}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </p>
    </form>
  );
}
