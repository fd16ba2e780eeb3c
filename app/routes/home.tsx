// `/`: my meetings, what I owe, and what I prepare.

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { roleWords } from "../../domain/member";
import { MyQuestions } from "../applicants/my-questions";
import { type MeetingLine, MeetingList } from "../home/meeting-list";
import { NotesCards } from "../notes/notes-cards";
import { ProgramLinks } from "../programs/program-links";
import { RehearsalList } from "../rehearsals/rehearsal-list";
import { FileLinks } from "../seasons/file-links";
import { SeasonList } from "../seasons/season-list";
import { requirePerson } from "../sign-in/require-person";
import { MailAddress } from "../ui/mail-address";
import { EmptyState } from "../ui/notice-panel";
import { Page } from "../ui/page";

export const meta: MetaFunction = () => [{ title: "My meetings · Rank Room" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const [summaries, mine, seasons, notes, questions, rehearsals, files] = await Promise.all([
    context.meetings.listFor(person.id),
    context.programs.mine(person.id),
    context.seasons.cards(person.id),
    context.notes.mine(person.id),
    context.applicantFiles.myQuestions(person.id),
    context.rehearsals.mine(person.id),
    context.seasons.newest(person.id),
  ]);
  const meetings: MeetingLine[] = summaries.map(({ role, ...summary }) => ({ ...summary, roleWord: roleWords[role] }));
  return { person, meetings, mine, seasons, notes, questions, rehearsals, files };
}

export default function Home() {
  const { person, meetings, mine, seasons, notes, questions, rehearsals, files } = useLoaderData<typeof loader>();
  return (
    <Page title="My meetings" person={person}>
      {meetings.length > 0 ? (
        <MeetingList meetings={meetings} />
      ) : (
        <EmptyState title="No meetings yet">
          A meeting appears here as soon as your program's director or coordinator opens one with you as a member. They
          know you by <MailAddress of={person.email} />.
        </EmptyState>
      )}
      {rehearsals.length > 0 && <RehearsalList rehearsals={rehearsals} />}
      {notes.length > 0 && <NotesCards cards={notes} />}
      {questions.length > 0 && <MyQuestions questions={questions} />}
      {files.length > 0 && <FileLinks seasons={files} />}
      {seasons.length > 0 && <SeasonList seasons={seasons} />}
      {(mine.programs.length > 0 || mine.isAdministrator) && <ProgramLinks {...mine} />}
    </Page>
  );
}
