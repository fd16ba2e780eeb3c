// My interviewees: whom a note is still owed, and how far I am.
import { Link } from "@remix-run/react";
import Check from "lucide-react/icons/check";
import ChevronRight from "lucide-react/icons/chevron-right";
import Star from "lucide-react/icons/star";
import { isWritten } from "../../domain/note-words";
import type { Interviewee } from "../../server/context/notes";
import { dayWords } from "../applicants/file-facts";
import { Badge } from "../ui/badge";
import type { NoteStore } from "./note-store";
import { troubleOf } from "./saved-line";
import { useNote } from "./use-notes";

interface InboxListProps {
  store: NoteStore;
  interviewees: readonly Interviewee[];
  /** Of an applicant's page. */
  addressOf: (applicantId: string) => string;
}

export const InboxList = ({ store, interviewees, addressOf }: InboxListProps) => (
  <ul aria-label="My interviewees" className="flex flex-col gap-2">
    {interviewees.map((applicant) => (
      <InboxLine key={applicant.id} store={store} applicant={applicant} to={addressOf(applicant.id)} />
    ))}
  </ul>
);

function InboxLine({ store, applicant, to }: { store: NoteStore; applicant: Interviewee; to: string }) {
  const { content, status } = useNote(store, applicant.id);
  const about = [applicant.heldOn && dayWords(applicant.heldOn), applicant.school].filter(Boolean).join(" · ");
  const trouble = troubleOf(status);
  return (
    <li>
      <Link
        to={to}
        className="flex min-h-14 items-center gap-3 rounded-md border border-hairline bg-surface px-4 py-2 hover:border-control"
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate font-bold">{applicant.name}</span>
          {about && <span className="tabular block truncate text-meta text-muted">{about}</span>}
          {trouble && <span className="block text-meta text-flag">{trouble}</span>}
        </span>
        {content.worksWithSince && (
          <Star size={18} className="shrink-0 fill-current text-champion" role="img" aria-label="I’d work with them" />
        )}
        {isWritten(content) ? (
          <Badge icon={<Check size={14} aria-hidden />}>Written</Badge>
        ) : (
          <Badge tone="flag">Not written</Badge>
        )}
        <ChevronRight size={18} className="shrink-0 text-muted" aria-hidden />
      </Link>
    </li>
  );
}
