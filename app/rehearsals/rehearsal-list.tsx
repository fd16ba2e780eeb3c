// The rehearsals that I am in, apart from the meetings: nobody is to take one for the other.
import { Link } from "@remix-run/react";
import type { RehearsalLine } from "../../server/context/rehearsals";
import { Moment } from "../ui/moment";

export const RehearsalList = ({ rehearsals }: { rehearsals: RehearsalLine[] }) => (
  <section aria-labelledby="rehearsals" className="flex flex-col gap-2">
    <h2 id="rehearsals" className="text-meta text-muted">
      Rehearsals
    </h2>
    <ul className="flex flex-col gap-2">
      {rehearsals.map(({ meetingId, title, madeBy, madeAt }) => (
        <li key={meetingId}>
          <Link
            reloadDocument
            to={`/meetings/${meetingId}`}
            className="block rounded-md border border-dashed border-control bg-surface p-4 hover:border-ink"
          >
            <p className="font-bold">{title}</p>
            <p className="text-muted">
              A practice copy, started by {madeBy}, <Moment at={madeAt} />
            </p>
          </Link>
        </li>
      ))}
    </ul>
  </section>
);
