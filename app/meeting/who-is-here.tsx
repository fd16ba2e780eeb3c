// Who is here, with their roles, and who has a row in hand. No cursors.
import { type Member, roles, roleWords } from "../../domain/member";
import { hostsRoom } from "../../domain/policy";
import { useMeeting } from "../meeting-store/use-meeting";
import { Initials } from "../ui/initials";
import { HeaderPanel } from "./header-panel";

/** So many initials stand in the header; the rest are a number. */
const SHOWN = 4;

export function WhoIsHere() {
  const here = useMeeting((snapshot) => snapshot.here);
  const memberId = useMeeting((snapshot) => snapshot.memberId);
  const members = useMeeting(({ state }) => state.members);
  const room = useMeeting(({ state }) => state.room);
  const applicants = useMeeting(({ state }) => state.applicants);
  const holding = new Map(here.map((one) => [one.memberId, one.holding]));
  const people = here
    .flatMap((one) => members[one.memberId] ?? [])
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || (a.name < b.name ? -1 : 1));
  const others = people.filter(({ id }) => id !== memberId);
  const label = people.length === 1 ? "1 person is here" : `${people.length} people are here`;

  return (
    <HeaderPanel
      label={label}
      summary={
        <>
          <span className="flex -space-x-1.5 max-lg:hidden @max-[84rem]:hidden">
            {others.slice(0, SHOWN).map(({ id, name }) => (
              <Initials key={id} name={name} />
            ))}
          </span>
          <span className="tabular whitespace-nowrap">{people.length} here</span>
        </>
      }
    >
      <ul>
        {people.map((person) => (
          <PersonLine
            key={person.id}
            person={person}
            isMe={person.id === memberId}
            isHost={hostsRoom({ members, room }, person.id)}
            holds={applicants[holding.get(person.id) ?? ""]?.name}
          />
        ))}
      </ul>
    </HeaderPanel>
  );
}

interface PersonLineProps {
  person: Member;
  isMe: boolean;
  isHost: boolean;
  holds: string | undefined;
}

const PersonLine = ({ person, isMe, isHost, holds }: PersonLineProps) => (
  <li className="flex items-center gap-3 px-4 py-1.5">
    <Initials name={person.name} />
    <span className="min-w-0">
      {person.name}
      {isMe && " (you)"}
      <span className="block text-meta text-muted">
        {roleWords[person.role]}
        {isHost && " · hosts the room"}
        {holds && ` · is moving ${holds}`}
      </span>
    </span>
  </li>
);
