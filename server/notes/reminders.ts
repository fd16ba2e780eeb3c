// Who is due a reminder of unwritten notes, and the mail (NOTE-6). It names nobody: mail is read in places where an applicant's
// name has no business.
import type { InterviewRow } from "../../db/interviews";
import type { ApplicantId, MemberId } from "../../domain/ids";

/** Held, or without a day, and not written. */
export function dueInterviews(
  interviews: readonly InterviewRow[],
  { isWritten, today }: { isWritten: (interview: InterviewRow) => boolean; today: string },
): ReadonlyMap<MemberId, ApplicantId[]> {
  const due = new Map<MemberId, ApplicantId[]>();
  for (const interview of interviews) {
    const { memberId, applicantId, heldOn } = interview;
    if ((heldOn !== null && heldOn > today) || isWritten(interview)) continue;
    due.set(memberId, [...(due.get(memberId) ?? []), applicantId]);
  }
  return due;
}

interface ReminderWords {
  programName: string;
  matchYear: number;
  url: string;
  /** Null: words that fit everybody, to be copied. */
  count: number | null;
}

export function reminderMail({ programName, matchYear, url, count }: ReminderWords): { subject: string; text: string } {
  const owed =
    count === null
      ? "Some of your interview notes are"
      : count === 1
        ? "The note of one of your interviews is"
        : `The notes of ${count} of your interviews are`;
  return {
    subject: `${programName}: interview notes to write`,
    text: [
      `${owed} not written yet (${programName}, match year ${matchYear}).`,
      "Four questions, a score and a sentence each are enough; it works on a phone, also with a bad connection:",
      "",
      url,
      "",
      "If you did not interview somebody who is on your list, say so to the program's coordinator.",
      "",
    ].join("\n"),
  };
}
