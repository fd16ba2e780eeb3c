// Before the lock. A red check blocks it; an amber one wants a reason. The signature is the program's name, typed.

import { useMemo, useState } from "react";
import { lockProblems } from "../../../domain/lock-checks";
import { asksForProof } from "../../../domain/lock-proof";
import { isSentence, sentenceMissing } from "../../../domain/sentence";
import { useMeeting } from "../../meeting-store/use-meeting";
import { TextField } from "../../ui/field";
import { announce } from "../../ui/live-region";
import { useDraft } from "./draft";
import { FormDialog } from "./form-dialog";
import { LockChecks } from "./lock-checks";
import { LockProofStep, useLockProof } from "./lock-proof";
import { ReadBackPanel } from "./read-back-panel";
import { SentenceField } from "./sentence-field";
import { isSignedFor } from "./signature";
import { StillOpen } from "./still-open";
import { useCommand } from "./use-command";

export function LockForm({ onDone }: { onDone: () => void }) {
  const state = useMeeting((snapshot) => snapshot.state);
  const problems = useMemo(() => lockProblems(state), [state]);
  const isBlocked = problems.some(({ severity }) => severity === "block");
  const needsReason = problems.some(({ severity }) => severity === "warn");
  const { draft, change, forget } = useDraft("lock", { reason: "" });
  // Never kept: a signature is given for the list as it stands now.
  const [signature, setSignature] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const { send, isSending, refusal } = useCommand();
  const proof = useLockProof(asksForProof("lockList", state.kind));
  const reason = draft.reason.trim();
  const isSigned = isSignedFor(signature, state.programName);
  const isReasonMissing = needsReason && !isSentence(reason);

  const lock = async () => {
    if (!(await proof.prove())) return;
    if (!(await send({ type: "lockList", ...(needsReason && { reason }) }))) return;
    forget();
    announce("The list is locked. It is not certified in R3.");
  };

  const submit = () => {
    setIsChecked(true);
    if (isBlocked || isReasonMissing || !isSigned) return false;
    void lock();
    return true;
  };

  return (
    <FormDialog
      title="Lock the list"
      description="From then on every change is refused, on every screen, until you unlock it with a reason."
      submitLabel="Lock the list"
      isSending={isSending}
      refusal={refusal}
      onSubmit={submit}
      onClose={onDone}
    >
      <LockChecks problems={problems} />
      <StillOpen />
      <ReadBackPanel />
      {needsReason && !isBlocked && (
        <SentenceField
          label="Why lock it with these points open?"
          value={draft.reason}
          rows={2}
          error={isChecked && isReasonMissing ? sentenceMissing : null}
          hint="It stays with this version."
          onChange={(value) => change({ reason: value })}
        />
      )}
      {!isBlocked && (
        <TextField
          label="Sign: type the program's name"
          hint={state.programName}
          autoComplete="off"
          spellCheck={false}
          value={signature}
          error={isChecked && !isSigned ? `This is the list of ${state.programName}. Type that name to lock it.` : null}
          onChange={(event) => setSignature(event.target.value)}
        />
      )}
      {!isBlocked && <LockProofStep proof={proof} />}
      <p>
        <strong>Locked here is not certified in R3:</strong> certify it in R3 before the deadline.
      </p>
    </FormDialog>
  );
}
