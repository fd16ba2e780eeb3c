// My meetings: one line each on a screen, one card each on a phone. The whole of it opens the meeting.
import { Link } from "@remix-run/react";
import ChevronRight from "lucide-react/icons/chevron-right";
import type { MeetingSummary } from "../../server/load-context";
import { PhaseBadge } from "../ui/phase-badge";

/** A meeting as the list words it: my role there is already a word. */
export interface MeetingLine extends Omit<MeetingSummary, "role"> {
  roleWord: string;
}

export const MeetingList = ({ meetings }: { meetings: MeetingLine[] }) => (
  <ul className="flex flex-col gap-2">
    {meetings.map((meeting) => (
      <li key={meeting.id}>
        <Link
          reloadDocument
          to={`/meetings/${meeting.id}`}
          className="flex items-center gap-4 rounded-md border border-hairline bg-surface p-4 hover:border-control"
        >
          <div className="grid min-w-0 flex-1 gap-x-4 gap-y-2 md:grid-cols-[minmax(0,1fr)_10rem_13rem_5rem] md:items-center">
            <div className="min-w-0">
              <p className="font-bold">{meeting.title}</p>
              <p>{meeting.programName}</p>
              <p className="tabular text-muted">
                {meeting.programCode} · Match {meeting.matchYear}
              </p>
            </div>
            <p>
              <span className="text-muted md:sr-only">My role: </span>
              {meeting.roleWord}
            </p>
            <p className="tabular">
              {meeting.rankedCount} of {meeting.applicantCount} ranked · quota {meeting.quota}
            </p>
            <p>
              <PhaseBadge phase={meeting.phase} />
            </p>
          </div>
          <ChevronRight size={18} className="shrink-0 text-muted" aria-hidden />
        </Link>
      </li>
    ))}
  </ul>
);
