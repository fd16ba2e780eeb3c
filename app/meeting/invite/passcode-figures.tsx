// The passcode in two groups of three, read out digit by digit.
import { classNames } from "../../ui/class-names";

export const PasscodeFigures = ({ passcode, className }: { passcode: string; className?: string }) => (
  <p className={classNames("tabular font-bold", className)}>
    <span className="sr-only">{[...passcode].join(" ")}</span>
    <span aria-hidden>
      {passcode.slice(0, 3)} {passcode.slice(3)}
    </span>
  </p>
);
