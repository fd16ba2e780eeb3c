// The roster, one name a button: names and roles, and which of them are in use.
import type { Expected } from "../../domain/joining";
import { roleWords } from "../../domain/member";
import { mayComeByPasscode } from "../../domain/policy";
import { buttonStyle } from "../ui/button-style";
import { classNames } from "../ui/class-names";
import { Initials } from "../ui/initials";
import { Problem, StepForm } from "./step-form";

const presenceWords = { here: "here already", waiting: "waiting already" } as const;

export function NameStep({ roster, path, error }: { roster: Expected[]; path: string; error: string | null }) {
  const byPasscode = roster.filter(({ role }) => mayComeByPasscode(role));
  const bySignIn = roster.filter(({ role }) => !mayComeByPasscode(role));
  return (
    <>
      <p>Pick your name. A host sees it and lets you in.</p>
      <Problem sentence={error} />
      <StepForm intent="name">
        <ul className="flex flex-col gap-1">
          {byPasscode.map(({ id, name, role, presence }) => (
            <li key={id}>
              <button
                type="submit"
                name="personId"
                value={id}
                className={classNames(buttonStyle(), "min-h-12 w-full justify-start text-left")}
              >
                <Initials name={name} />
                <span className="min-w-0">
                  {name}
                  <span className="block text-meta font-normal text-muted">
                    {roleWords[role]}
                    {presence && `, ${presenceWords[presence]}`}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </StepForm>
      {byPasscode.length === 0 && <p>There is nobody on this roster who comes in by passcode.</p>}
      {bySignIn.length > 0 && (
        <section aria-label="Who has to sign in" className="flex flex-col gap-2 border-t border-hairline pt-4">
          <p>
            These have to{" "}
            <a href={`/sign-in?${new URLSearchParams({ to: path })}`} className="font-bold underline">
              sign in
            </a>
            , because their roles carry the lock, the files or the door:
          </p>
          <ul className="text-muted">
            {bySignIn.map(({ id, name, role }) => (
              <li key={id}>
                {name}, {roleWords[role]}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="text-muted">Your name is missing? Ask the program's coordinator to add you.</p>
    </>
  );
}
