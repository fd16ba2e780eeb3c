// The steps into a meeting, one page each, and the plain words for a link that opens nothing.
import type { JoinStep, MeetingWords } from "../../domain/joining";
import { NarrowPage } from "../ui/page";
import { NameStep } from "./name-step";
import { PasscodeStep } from "./passcode-step";
import { PledgeStep } from "./pledge-step";
import { OneButton, Problem } from "./step-form";

/** The steps that are forms; the others are the lobby's. */
export type FormStep = Exclude<
  JoinStep,
  { step: "waiting" | "refused" | "replaced" | "admitted" } | { step: "inside"; meetingId: string }
>;

const lobbySteps: readonly JoinStep["step"][] = ["waiting", "refused", "replaced", "admitted", "inside"];
export const isFormStep = (step: JoinStep): step is FormStep => !lobbySteps.includes(step.step);

export function JoinPage({ step, path, error }: { step: FormStep; path: string; error: string | null }) {
  switch (step.step) {
    case "unknown":
      return (
        <NarrowPage title="There is no meeting at this link">
          <p>The link may be cut short or mistyped. Scan the code on the host's screen again.</p>
        </NarrowPage>
      );
    case "ended":
      return (
        <NarrowPage title="This link has ended">
          <p>A host has ended or renewed it, or it is older than a day. Scan the code on the host's screen again.</p>
          <SignInNote />
        </NarrowPage>
      );
    case "spent":
      return (
        <NarrowPage title="This link is closed">
          <p>
            Too many wrong passcodes were entered, so nobody can come in by it any more. Ask a host to renew the link,
            then scan it again.
          </p>
          <SignInNote />
        </NarrowPage>
      );
    case "passcode":
      return (
        <NarrowPage title="Join the meeting">
          <PasscodeStep otherPerson={step.otherPerson} error={error} />
          <SignInNote to={path} />
        </NarrowPage>
      );
    case "name":
      return (
        <NarrowPage title="Who are you?">
          <Meeting {...step.meeting} />
          <NameStep roster={step.roster} path={path} error={error} />
        </NarrowPage>
      );
    case "taken":
      return (
        <NarrowPage title="That name is in use">
          <Meeting {...step.meeting} />
          <p>
            Somebody is in this meeting as <b>{step.name}</b>, or waits to be. If that is you on another device, you can
            continue on this one: a host has to agree, and the other device is then out of the meeting.
          </p>
          <Problem sentence={error} />
          <OneButton intent="continueHere" label="Continue on this device" isPrimary />
          <OneButton intent="startOver" label="Pick another name" />
        </NarrowPage>
      );
    case "pledge":
      return (
        <NarrowPage title="Before you come in">
          <Meeting {...step.meeting} />
          <PledgeStep name={step.name} isSignedIn={step.isSignedIn} error={error} />
        </NarrowPage>
      );
    case "full":
      return (
        <NarrowPage title="The meeting is full">
          <Meeting {...step.meeting} />
          <p>Every place by passcode is taken. A host can make more; look again when they have.</p>
          <p>
            <a href={path} className="font-bold underline">
              Look again
            </a>
          </p>
          <OneButton intent="startOver" label="Pick another name" />
        </NarrowPage>
      );
  }
}

const Meeting = ({ title, programName }: MeetingWords) => (
  <p className="text-muted">
    {title}, {programName}
  </p>
);

const SignInNote = ({ to = "/" }: { to?: string }) => (
  <p className="border-t border-hairline pt-4 text-muted">
    You have an account?{" "}
    <a href={`/sign-in?${new URLSearchParams({ to })}`} className="font-bold text-ink underline">
      Sign in
    </a>{" "}
    instead; then no passcode is needed.
  </p>
);
