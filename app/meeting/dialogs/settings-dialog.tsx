// The meeting's settings, the program director's: the quota, and how many champions each member may give.

import { useState } from "react";
import { counted } from "../../../domain/count-words";
import { useMeeting } from "../../meeting-store/use-meeting";
import { TextField } from "../../ui/field";
import { announce } from "../../ui/live-region";
import { FormDialog } from "./form-dialog";
import { useCommand } from "./use-command";

export function SettingsDialog({ onDone }: { onDone: () => void }) {
  const quotaNow = useMeeting(({ state }) => state.quota);
  const limitNow = useMeeting(({ state }) => state.championLimit);
  const [quotaText, setQuotaText] = useState(String(quotaNow));
  const [limitText, setLimitText] = useState(String(limitNow));
  const [isChecked, setIsChecked] = useState(false);
  const { send, isSending, refusal } = useCommand();
  const quota = wholeNumber(quotaText, 1, 500);
  const championLimit = wholeNumber(limitText, 0, 100);

  const submit = () => {
    setIsChecked(true);
    if (quota === undefined || championLimit === undefined) return false;
    if (quota === quotaNow && championLimit === limitNow) {
      onDone();
      return true;
    }
    void send({ type: "changeSettings", quota, championLimit }).then((isAccepted) => {
      if (!isAccepted) return;
      announce(`Settings saved: quota ${quota}, ${counted(championLimit, "champion")} each.`);
      onDone();
    });
    return true;
  };

  return (
    <FormDialog
      title="Settings of this meeting"
      submitLabel="Save"
      isSending={isSending}
      refusal={refusal}
      onSubmit={submit}
      onClose={onDone}
    >
      <TextField
        label="Quota"
        hint="Positions offered in the Match for this track."
        inputMode="numeric"
        autoComplete="off"
        value={quotaText}
        error={isChecked && quota === undefined ? "Enter a whole number from 1 to 500." : null}
        onChange={(event) => setQuotaText(event.target.value)}
      />
      <TextField
        label="Champions each member may give"
        hint="Few, so that a champion means something. Those given already stay."
        inputMode="numeric"
        autoComplete="off"
        value={limitText}
        error={isChecked && championLimit === undefined ? "Enter a whole number from 0 to 100." : null}
        onChange={(event) => setLimitText(event.target.value)}
      />
    </FormDialog>
  );
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}
