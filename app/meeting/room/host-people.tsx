// Who hosts the room, and whether they are here. The program director hands that part to a chief resident and takes it back
// (ROLE-4); if a host leaves, the others still can.
import type { ReactNode } from "react";
import { type Member, mayBeHanded, roles, roleWords } from "../../../domain/member";
import { hostsRoom } from "../../../domain/policy";
import { useMeeting } from "../../meeting-store/use-meeting";
import { ActButton as Button } from "../act-button";
import { useMay } from "../use-may";
import { useMeetingActions } from "../use-meeting-actions";
import { Section } from "./section";

export function HostPeople() {
  const state = useMeeting((snapshot) => snapshot.state);
  const here = useMeeting((snapshot) => snapshot.here);
  const mayHand = useMay("handHost");
  const present = new Set(here.map((one) => one.memberId));
  const people = Object.values(state.members).sort(byRoleAndName);
  const hosts = people.filter(({ id }) => hostsRoom(state, id));
  const others = mayHand
    ? people.filter(({ id, role }) => mayBeHanded(role) && !hosts.some((host) => host.id === id))
    : [];
  return (
    <Section title="Who hosts" aside={`${hosts.filter(({ id }) => present.has(id)).length} of ${hosts.length} here`}>
      <ul>
        {hosts.map((member) => (
          <PersonLine key={member.id} member={member} isHere={present.has(member.id)}>
            {mayHand && mayBeHanded(member.role) && <HandButton member={member} isHost />}
          </PersonLine>
        ))}
      </ul>
      {others.length > 0 && (
        <details className="rounded-md border border-hairline">
          <summary className="min-h-9 cursor-pointer px-3 py-1.5 pointer-coarse:min-h-11">
            Hand the host's part…
          </summary>
          <p className="px-3 text-meta text-muted">
            They run the room beside you: stages, spotlight, agenda, calls, rounds and proposals. The lock stays yours,
            and so do the verdicts on flags and protected places.
          </p>
          <ul className="px-3 pb-1">
            {others.map((member) => (
              <PersonLine key={member.id} member={member} isHere={present.has(member.id)}>
                <HandButton member={member} isHost={false} />
              </PersonLine>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

const byRoleAndName = (one: Member, other: Member): number =>
  roles.indexOf(one.role) - roles.indexOf(other.role) || (one.name < other.name ? -1 : 1);

interface PersonLineProps {
  member: Member;
  isHere: boolean;
  children: ReactNode;
}

const PersonLine = ({ member, isHere, children }: PersonLineProps) => (
  <li className="flex items-center gap-2 border-b border-hairline py-2 last:border-b-0">
    <span className="min-w-0 flex-1">
      {member.name}
      <span className="block text-meta text-muted">
        {roleWords[member.role]} · {isHere ? "here" : "not here"}
      </span>
    </span>
    {children}
  </li>
);

function HandButton({ member: { id, name }, isHost }: { member: Member; isHost: boolean }) {
  const actions = useMeetingActions();
  return (
    <Button
      className="shrink-0"
      aria-label={isHost ? `Take the host's part back from ${name}` : `Hand the host's part to ${name}`}
      onClick={() => void actions.run({ type: isHost ? "takeHost" : "handHost", memberId: id })}
    >
      {isHost ? "Take back" : "Hand over"}
    </Button>
  );
}
