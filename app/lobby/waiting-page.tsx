// Waiting for a host: what is being waited for, whether the connection works, who is expected and who is here. Goes on by itself.
import type { Expected, MeetingWords } from "../../domain/joining";
import { StepButton } from "../join/step-form";
import { NarrowPage } from "../ui/page";
import { ConnectionCheck } from "./connection-check";
import { PeopleList } from "./people-list";
import { useLobbyState } from "./use-lobby-state";

interface WaitingPageProps {
  path: string;
  name: string;
  meeting: MeetingWords;
  people: Expected[];
}

export function WaitingPage({ path, name, meeting, people: first }: WaitingPageProps) {
  const { people, isLost } = useLobbyState(`${path}/state`, first);
  return (
    <NarrowPage title="Waiting for a host">
      <p>
        A host of {meeting.title} sees that <b>{name}</b> is here and lets you in. This page goes on by itself.
      </p>
      <noscript>
        <p>
          Scripts are off in this browser, so{" "}
          <a href={`${path}/lobby`} className="font-bold underline">
            look again
          </a>{" "}
          now and then.
        </p>
      </noscript>
      <ConnectionCheck />
      <p role="status" className="text-flag empty:hidden">
        {isLost && "The connection is lost. You keep your place, and this page goes on trying."}
      </p>
      <PeopleList people={people} />
      <form method="post" action={path}>
        <input type="hidden" name="intent" value="startOver" />
        <StepButton>That is not me: leave the queue</StepButton>
      </form>
    </NarrowPage>
  );
}
