// On the home page of whoever interviews: how many notes are still owed, one card a season.
import { Link } from "@remix-run/react";
import NotebookPen from "lucide-react/icons/notebook-pen";
import type { NotesCard } from "../../server/context/notes";

export const NotesCards = ({ cards }: { cards: readonly NotesCard[] }) => (
  <section aria-labelledby="notes" className="flex flex-col gap-2">
    <h2 id="notes" className="text-meta text-muted">
      My interviews
    </h2>
    <ul className="flex flex-col gap-2">
      {cards.map(({ seasonId, programName, programCode, matchYear, written, total }) => (
        <li key={seasonId}>
          <Link
            to={`/seasons/${seasonId}/notes`}
            className="flex min-h-14 items-center gap-4 rounded-md border border-hairline bg-surface p-4 hover:border-control"
          >
            <NotebookPen size={20} className="shrink-0 text-muted" aria-hidden />
            <span className="min-w-0 flex-1">
              <span className="block font-bold">Interview notes</span>
              <span className="tabular block text-muted">
                {programName} · {programCode} · Match {matchYear}
              </span>
            </span>
            <span className="tabular">{total === 0 ? "Add whom you met" : `${written} of ${total} written`}</span>
          </Link>
        </li>
      ))}
    </ul>
  </section>
);
