// What everybody promises once a meeting: a tick and one button.
import { PledgeKept, PledgeWords } from "./pledge-words";
import { OneButton, Problem, StepButton, StepForm } from "./step-form";

interface PledgeStepProps {
  name: string;
  isSignedIn: boolean;
  error: string | null;
}

export const PledgeStep = ({ name, isSignedIn, error }: PledgeStepProps) => (
  <>
    <p>
      You come in as <b>{name}</b>.
    </p>
    <StepForm intent="pledge">
      <PledgeWords />
      <Problem sentence={error} />
      <label className="flex min-h-11 items-center gap-3 rounded-md border border-control bg-surface px-3 font-bold">
        <input type="checkbox" name="pledged" value="yes" required className="size-5 shrink-0" />I pledge this
      </label>
      <StepButton isPrimary>{isSignedIn ? "Go to the meeting" : "Ask to come in"}</StepButton>
      <PledgeKept />
    </StepForm>
    {!isSignedIn && <OneButton intent="startOver" label="That is not me" />}
  </>
);
