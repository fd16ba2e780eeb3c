// The forms of the way in. Native ones: they work before any script, and there is none.
import type { ReactNode } from "react";
import { buttonStyle } from "../ui/button-style";
import { classNames } from "../ui/class-names";

/** Posts to the address it stands on. */
export const StepForm = ({ intent, children }: { intent: string; children: ReactNode }) => (
  <form method="post" className="flex flex-col gap-4">
    <input type="hidden" name="intent" value={intent} />
    {children}
  </form>
);

export const StepButton = ({ children, isPrimary }: { children: ReactNode; isPrimary?: boolean }) => (
  <button type="submit" className={classNames(buttonStyle(isPrimary ? "primary" : "quiet"), "min-h-11 w-full")}>
    {children}
  </button>
);

export const OneButton = ({ intent, label, isPrimary }: { intent: string; label: string; isPrimary?: boolean }) => (
  <StepForm intent={intent}>
    <StepButton isPrimary={isPrimary}>{label}</StepButton>
  </StepForm>
);

export const Problem = ({ sentence }: { sentence: string | null }) =>
  sentence && (
    <p role="alert" className="text-red">
      {sentence}
    </p>
  );
