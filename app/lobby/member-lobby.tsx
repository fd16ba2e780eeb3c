// The lobby for those who are in already: who is expected, who is here, whether the connection works, and on to the meeting.
import { Link } from "@remix-run/react";
import type { MeetingLobby, SignedInPerson } from "../../server/load-context";
import { buttonStyle } from "../ui/button-style";
import { Page } from "../ui/page";
import { ConnectionCheck } from "./connection-check";
import { PeopleList } from "./people-list";
import { useLobbyState } from "./use-lobby-state";

interface MemberLobbyProps extends MeetingLobby {
  meetingId: string;
  person: SignedInPerson;
}

export function MemberLobby({ meetingId, person, meeting, people: first, mayShowCode }: MemberLobbyProps) {
  const path = `/meetings/${meetingId}`;
  const { people, isLost } = useLobbyState(`${path}/lobby-state`, first);
  return (
    <Page title={meeting.title} person={person}>
      <p className="text-muted">{meeting.programName}</p>
      <p>
        {meeting.phase === "open"
          ? "The meeting is open: the list can be seen and changed."
          : "The list is locked: it can be read and not changed."}
      </p>
      <p className="flex flex-wrap gap-2">
        <Link to={path} className={buttonStyle("primary")}>
          {meeting.phase === "open" ? "Go to the meeting" : "Read the locked list"}
        </Link>
        {mayShowCode && !person.limitedTo && (
          <Link to={`${path}/invite`} className={buttonStyle()}>
            Show the code to the room
          </Link>
        )}
      </p>
      <ConnectionCheck />
      <p role="status" className="text-flag empty:hidden">
        {isLost && "The connection is lost. This page goes on trying."}
      </p>
      <PeopleList people={people} />
    </Page>
  );
}
