// My programs, and for an administrator the way to all of them.
import { Link } from "@remix-run/react";
import { roleWords } from "../../domain/member";
import type { MyPrograms } from "../../server/load-context";
import { buttonStyle } from "../ui/button-style";

export const ProgramLinks = ({ programs, isAdministrator }: MyPrograms) => (
  <section aria-labelledby="programs" className="flex flex-col gap-2">
    <h2 id="programs" className="text-meta text-muted">
      Programs
    </h2>
    <ul className="flex flex-col gap-2">
      {programs.map(({ id, name, role, mayView }) => (
        <li
          key={id}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-hairline bg-surface p-4"
        >
          <div className="min-w-0 flex-1 basis-60">
            <p className="font-bold">{name}</p>
            <p className="text-muted">{roleWords[role]}</p>
          </div>
          {mayView && (
            <p className="flex flex-wrap gap-2">
              <Link to={`/programs/${id}/roster`} aria-label={`Roster of ${name}`} className={buttonStyle()}>
                Roster
              </Link>
              <Link to={`/programs/${id}`} aria-label={`Program ${name}`} className={buttonStyle()}>
                Program
              </Link>
            </p>
          )}
        </li>
      ))}
    </ul>
    {isAdministrator && (
      <p>
        <Link to="/programs" className={buttonStyle()}>
          All programs
        </Link>
      </p>
    )}
  </section>
);
