// A host said no, or the name came in elsewhere: said plainly, with what can be done.
import type { MeetingWords } from "../../domain/joining";
import { buttonStyle } from "../ui/button-style";
import { NarrowPage } from "../ui/page";
import { StepButton } from "./step-form";

interface RefusedPageProps {
  path: string;
  meeting: MeetingWords;
  sentence: string | null;
  mayAskAgain: boolean;
}

export const RefusedPage = ({ path, meeting, sentence, mayAskAgain }: RefusedPageProps) => (
  <NarrowPage title="Not let in for now">
    <p>A host of {meeting.title} has not let you in.</p>
    {sentence && <blockquote className="border-l-4 border-control pl-3">{sentence}</blockquote>}
    {mayAskAgain ? (
      <form method="post" action={path}>
        <input type="hidden" name="intent" value="askAgain" />
        <StepButton>Ask once more</StepButton>
      </form>
    ) : (
      <p className="text-muted">You cannot ask again from this device. Speak to a host, or sign in.</p>
    )}
  </NarrowPage>
);

export const ReplacedPage = ({ path, meeting }: { path: string; meeting: MeetingWords }) => (
  <NarrowPage title="Your name came in on another device">
    <p>
      {meeting.title} has let that name in on another device, so this one is out of the queue. If it was not you, tell a
      host at once.
    </p>
    <form method="post" action={path}>
      <input type="hidden" name="intent" value="startOver" />
      <StepButton>Start again</StepButton>
    </form>
    <a href="/sign-in" className={buttonStyle()}>
      Sign in instead
    </a>
  </NarrowPage>
);
