// What the interviewers said: their notes for whoever may read them, or the means alone.
import { Link } from "@remix-run/react";
import type { ApplicantFile } from "../../server/context/applicant-files";
import { InterviewPanel } from "../interviews/interview-panel";
import { figureWords, interviewerCount } from "../scores/figure-words";
import { Panel } from "../ui/panel";

export function InterviewsSection({ file: { season, applicant, interviews, score } }: { file: ApplicantFile }) {
  if (!interviews && !score) return null;
  return (
    <Panel title="Interviews">
      {interviews ? (
        <InterviewPanel view={interviews} />
      ) : (
        score && (
          <p className="tabular">
            {figureWords(score.standardised)} standardised, {figureWords(score.raw)} as given, by{" "}
            {interviewerCount(score.count)}
            {score.count > 1 && `; spread ${figureWords(score.spread)}`}.
          </p>
        )
      )}
      {season.may.includes("readNotes") && (
        <p>
          <Link
            to={`/seasons/${season.id}/applicants/${applicant.id}/notes`}
            className="inline-flex min-h-9 items-center underline pointer-coarse:min-h-11"
          >
            Note by note
          </Link>
        </p>
      )}
    </Panel>
  );
}
