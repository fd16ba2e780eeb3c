// The six digits from the host's screen.
import { PASSCODE_DIGITS } from "../../domain/joining";
import { TextField } from "../ui/field";
import { StepButton, StepForm } from "./step-form";

interface PasscodeStepProps {
  /** Signed in here as somebody who is not on this roster. */
  otherPerson: string | null;
  error: string | null;
}

export const PasscodeStep = ({ otherPerson, error }: PasscodeStepProps) => (
  <>
    {otherPerson && (
      <p>
        You are signed in as {otherPerson}, who is not on this meeting's roster. Coming in under another name signs{" "}
        {otherPerson} out on this device.
      </p>
    )}
    <StepForm intent="passcode">
      <TextField
        label="Passcode"
        name="passcode"
        hint={`${PASSCODE_DIGITS} digits. They stand on the host's screen, beside the code you scanned.`}
        error={error}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={40}
        required
        className="tabular"
      />
      <StepButton isPrimary>Go on</StepButton>
    </StepForm>
  </>
);
