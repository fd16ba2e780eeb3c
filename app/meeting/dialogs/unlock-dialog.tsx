// Unlocking: the director's, with a reason. The locked version stays as it is; the next lock makes a new one.

import { useState } from "react";
import { isSentence, sentenceMissing } from "../../../domain/sentence";
import { useMeeting } from "../../meeting-store/use-meeting";
import { announce } from "../../ui/live-region";
import { useDraft } from "./draft";
import { FormDialog } from "./form-dialog";
import { LockedFacts } from "./locked-facts";
import { SentenceField } from "./sentence-field";
import { useCommand } from "./use-command";

export function UnlockDialog({ onDone }: { onDone: () => void }) {
  const lockNow = useMeeting(({ state }) => state.locks.at(-1));
  // As it was when asked: unlocking it must not change what is read here.
  const [lock] = useState(lockNow);
  const version = lock?.version ?? 0;
  const { draft, change, forget } = useDraft("unlock", { reason: "" });
  const { send, isSending, refusal } = useCommand();
  const [isChecked, setIsChecked] = useState(false);
  const reason = draft.reason.trim();

  const submit = () => {
    setIsChecked(true);
    if (!isSentence(reason)) return false;
    void send({ type: "unlockList", reason }).then((isAccepted) => {
      if (!isAccepted) return;
      forget();
      announce("The list is unlocked. Moves and marks are open again.");
      onDone();
    });
    return true;
  };

  return (
    <FormDialog
      title={`Unlock version ${version}`}
      description={`Moves and marks open again for everybody. Version ${version} is kept as it was locked; the next lock makes version ${version + 1}, with its own files and hash.`}
      submitLabel="Unlock the list"
      variant="danger"
      isSending={isSending}
      refusal={refusal}
      onSubmit={submit}
      onClose={onDone}
    >
      {lock && <LockedFacts lock={lock} />}
      <SentenceField
        label="Why is it unlocked?"
        value={draft.reason}
        error={isChecked && !isSentence(reason) ? sentenceMissing : null}
        hint="It stays with the version. If the list was certified in R3 already, certify the new version there again."
        onChange={(value) => change({ reason: value })}
      />
    </FormDialog>
  );
}
