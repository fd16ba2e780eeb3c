// Who is expected and who is here, by name and role; a word and a mark say which.
import CircleCheck from "lucide-react/icons/circle-check";
import Hourglass from "lucide-react/icons/hourglass";
import type { Expected } from "../../domain/joining";
import { roles, roleWords } from "../../domain/member";
import { Initials } from "../ui/initials";

export function PeopleList({ people }: { people: Expected[] }) {
  const here = people.filter(({ presence }) => presence === "here").length;
  const sorted = [...people].sort(
    (a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || (a.name < b.name ? -1 : 1),
  );
  return (
    <section aria-labelledby="people" className="flex flex-col gap-2">
      <h2 id="people" className="tabular font-bold">
        {here} of {people.length} are here
      </h2>
      <ul className="divide-y divide-hairline rounded-md border border-hairline">
        {sorted.map(({ id, name, role, presence }) => (
          <li key={id} className="flex min-h-11 items-center gap-3 px-3 py-1.5">
            <Initials name={name} />
            <span className="min-w-0 flex-1">
              {name}
              <span className="block text-meta text-muted">{roleWords[role]}</span>
            </span>
            <Presence presence={presence} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Presence({ presence }: { presence: Expected["presence"] }) {
  if (presence === "here") {
    return (
      <span className="flex items-center gap-1 text-champion">
        <CircleCheck size={16} aria-hidden />
        here
      </span>
    );
  }
  if (presence === "waiting") {
    return (
      <span className="flex items-center gap-1 text-flag">
        <Hourglass size={16} aria-hidden />
        waiting
      </span>
    );
  }
  return <span className="text-muted">expected</span>;
}
