// Who interviews whom: the interviewers with their counts, one of them with everybody to tick, and the reminders for whoever may
// send them.
import { Link } from "@remix-run/react";
import { roleWords } from "../../domain/member";
import type { InterviewsPage } from "../../server/context/interviews";
import { EmptyState } from "../ui/notice-panel";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { AssignForm } from "./assign-form";
import { RemindersPanel } from "./reminders-panel";

export interface InterviewsOutcome {
  isDone: boolean;
  message: string;
  field?: string;
}

interface InterviewsScreenProps {
  page: InterviewsPage;
  outcome: InterviewsOutcome | null;
}

export function InterviewsScreen({ page, outcome }: InterviewsScreenProps) {
  const { interviewers, chosen, applicantCount, withoutInterviewer, reminders, season } = page;
  return (
    <>
      <p className="tabular text-muted">
        {applicantCount} {applicantCount === 1 ? "applicant" : "applicants"}, {withoutInterviewer} without an
        interviewer. A file of interview scores assigns by itself.
      </p>
      {outcome && outcome.field === undefined && (
        <p
          role={outcome.isDone ? "status" : "alert"}
          className="rounded-md border border-control bg-surface px-4 py-3 font-bold"
        >
          {outcome.message}
        </p>
      )}
      {interviewers.length === 0 ? (
        <EmptyState title="Nobody to interview yet">
          Chiefs, faculty and the program’s directors interview. Put them on the roster first.
        </EmptyState>
      ) : (
        <Table caption="Interviewers">
          <thead>
            <tr>
              <ColumnHeading>Interviewer</ColumnHeading>
              <ColumnHeading>Role</ColumnHeading>
              <ColumnHeading className="text-right">Applicants</ColumnHeading>
              <ColumnHeading className="text-right">Written</ColumnHeading>
            </tr>
          </thead>
          <tbody>
            {interviewers.map(({ id, name, role, assigned, written }) => (
              <tr
                key={id}
                aria-current={id === chosen?.id ? "true" : undefined}
                className="aria-current:bg-middle-tint"
              >
                <Cell>
                  <Link
                    to={`?interviewer=${id}`}
                    preventScrollReset
                    className="inline-flex min-h-9 items-center underline pointer-coarse:min-h-11"
                  >
                    {name}
                  </Link>
                </Cell>
                <Cell>{roleWords[role]}</Cell>
                <Cell isNumber>{assigned}</Cell>
                <Cell isNumber>{written}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {chosen && (
        <AssignForm
          key={chosen.id}
          chosen={chosen}
          notesOf={
            season.may.includes("readNotes") ? (id) => `/seasons/${season.id}/applicants/${id}/notes` : undefined
          }
          error={outcome?.field === "heldOn" ? outcome.message : null}
        />
      )}
      {reminders && <RemindersPanel reminders={reminders} />}
    </>
  );
}
