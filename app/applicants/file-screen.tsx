// One applicant's file: the facts on the left, and what people have found out and said on the right.
import { Link } from "@remix-run/react";
import UserX from "lucide-react/icons/user-x";
import { useState } from "react";
import type { ApplicantFile } from "../../server/context/applicant-files";
import type { RubricBreakdown as Breakdown } from "../../server/context/rubrics";
import { RubricBreakdown } from "../rubric/rubric-breakdown";
import { Badge } from "../ui/badge";
import { Panel } from "../ui/panel";
import { ContactsPanel } from "./contacts-panel";
import { FactGroups } from "./fact-groups";
import { InterviewsSection } from "./interviews-section";
import { MarksPanel } from "./marks-panel";
import { PartDialog } from "./part-dialog";
import type { PartEdit } from "./part-edit";
import { QuestionsPanel } from "./questions-panel";

interface FileScreenProps {
  file: ApplicantFile;
  /** For those who prepare. */
  breakdown: Breakdown | null;
}

export function FileScreen({ file, breakdown }: FileScreenProps) {
  const [edit, setEdit] = useState<PartEdit | null>(null);
  const { applicant, season, seesVisa, mayChange, marks } = file;
  return (
    <>
      <p className="tabular flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
        <span>{applicant.aamcId ? `AAMC ${applicant.aamcId}` : (applicant.nrmpId ?? "No identifier")}</span>
        <Link
          to={`/seasons/${season.id}/recusal?applicant=${applicant.id}`}
          className="inline-flex min-h-9 items-center underline pointer-coarse:min-h-11"
        >
          Recuse myself…
        </Link>
        {applicant.withdrawn && <Badge icon={<UserX size={14} aria-hidden />}>Withdrawn</Badge>}
      </p>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <section aria-label="Facts" className="rounded-md border border-hairline bg-surface p-6">
          <FactGroups
            applicant={applicant}
            matchYear={season.matchYear}
            seesVisa={seesVisa}
            headingLevel="h2"
            {...(mayChange && { onEdit: setEdit })}
          />
        </section>
        <div className="flex flex-col gap-4">
          <QuestionsPanel file={file} />
          <ContactsPanel file={file} />
          <InterviewsSection file={file} />
          {marks && <MarksPanel applicantId={applicant.id} marks={marks} />}
        </div>
      </div>
      {breakdown && (
        <Panel title="What the rubric makes of it">
          <RubricBreakdown breakdown={breakdown} />
        </Panel>
      )}
      {edit && <PartDialog edit={edit} applicant={applicant} onClose={() => setEdit(null)} />}
    </>
  );
}
