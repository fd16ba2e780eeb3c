// What the meeting has said of an applicant so far, as far as the reader may see it. Marks are given and struck in the meeting.
import { Link } from "@remix-run/react";
import Flag from "lucide-react/icons/flag";
import Star from "lucide-react/icons/star";
import type { ReactNode } from "react";
import type { ApplicantId } from "../../domain/ids";
import type { ApplicantFile } from "../../server/context/applicant-files";
import {
  endorsementDetail,
  endorsementTitle,
  flagStatusWords,
  flagTitle,
  type MarkVoice,
  memberName,
} from "../meeting/drawer/mark-words";
import { Moment } from "../ui/moment";
import { Panel } from "../ui/panel";

interface MarksPanelProps {
  applicantId: ApplicantId;
  marks: NonNullable<ApplicantFile["marks"]>;
}

export function MarksPanel({ applicantId, marks: { meetingId, endorsements, flags, signers } }: MarksPanelProps) {
  const byOf = ({ by }: MarkVoice) => memberName(signers, by);
  return (
    <Panel title="Voices in the meeting">
      {endorsements.length + flags.length === 0 && <p className="text-muted">Nobody has spoken yet.</p>}
      <ul className="flex w-full flex-col gap-4">
        {endorsements.map((mark) => (
          <MarkItem
            key={mark.id}
            mark={mark}
            by={byOf(mark)}
            icon={<Star size={16} className="mt-0.5 shrink-0 text-champion" aria-hidden />}
            title={endorsementTitle(mark)}
          >
            {endorsementDetail(mark)}
          </MarkItem>
        ))}
        {flags.map((flag) => (
          <MarkItem
            key={flag.id}
            mark={flag}
            by={byOf(flag)}
            icon={<Flag size={16} className="mt-0.5 shrink-0 text-flag" aria-hidden />}
            title={flagTitle(flag)}
          >
            {flag.sentence}
            <span className="block text-meta text-muted">{flagStatusWords(flag)}</span>
          </MarkItem>
        ))}
      </ul>
      <p>
        <Link
          reloadDocument
          to={`/meetings/${meetingId}?applicant=${applicantId}`}
          className="inline-flex min-h-9 items-center underline pointer-coarse:min-h-11"
        >
          In the meeting
        </Link>
      </p>
    </Panel>
  );
}

interface MarkItemProps {
  mark: MarkVoice;
  by: string;
  icon: ReactNode;
  title: string;
  children: ReactNode;
}

const MarkItem = ({ mark: { at, struck }, by, icon, title, children }: MarkItemProps) => (
  <li className="flex gap-2">
    {icon}
    <div className="min-w-0">
      <p className={struck ? "line-through" : "font-bold"}>{title}</p>
      <p>{children}</p>
      <p className="text-meta text-muted">
        {by}, <Moment at={at} />
        {struck && ` · struck: ${struck.reason}`}
      </p>
    </div>
  </li>
);
