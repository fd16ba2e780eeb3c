// Applicants in the draft of a season on a server that runs in a process of its own, for browsers to work on.
import { randomUUID } from "node:crypto";
import { openDatabase } from "../../db/client";
import { saveImportedNote } from "../../db/interview-notes";
import { findPersonByEmail } from "../../db/people";
import { findSeason } from "../../db/seasons";
import type { ApplicantFacts } from "../../domain/applicant";
import { connectEmbedded } from "../../server/embedded-postgres";
import { LiveMeetings } from "../../server/live-meetings";
import { createLog } from "../../server/log";
import { quietDispatcher } from "../../server/quiet-dispatcher";

export interface DraftNote {
  /** Of the applicants below, from 0. */
  applicant: number;
  author: string;
  score?: number;
  worksWithSince?: string;
}

/** `dataDir`: the server's. */
export async function fillDraft(
  dataDir: string,
  seasonId: string,
  { people, notes }: { people: readonly ApplicantFacts[]; notes: readonly DraftNote[] },
): Promise<void> {
  const log = createLog("silent");
  const embedded = await connectEmbedded({ dataDir, log, asServer: false });
  const { db, close } = openDatabase(embedded.databaseUrl);
  try {
    const season = await findSeason(db, seasonId);
    if (!season?.draftId) throw new Error("a season has a draft");
    const { draftId, programName, programCode, matchYear, quota } = season;
    const applicants = people.map((facts) => ({ id: randomUUID(), withdrawn: false, facts }));
    const answer = await quietDispatcher({ db, live: new LiveMeetings(), log }).dispatch({
      meetingId: draftId,
      commandId: randomUUID(),
      command: {
        type: "importSeason",
        meeting: { title: "Preliminary list", programName, programCode, matchYear, quota },
        quotaGiven: false,
        members: [],
        applicants,
      },
      actor: { kind: "system" },
    });
    if (!answer.ok) throw new Error(answer.message);
    for (const { applicant, author, ...content } of notes) {
      const person = await findPersonByEmail(db, author);
      const applicantId = applicants[applicant]?.id;
      if (!person || !applicantId) throw new Error("the note is of nobody");
      const note = { seasonId, applicantId, authorId: person.id, content, heldOn: "2026-01-05", at: new Date() };
      await db.transaction().execute((trx) => saveImportedNote(trx, note));
    }
  } finally {
    await close();
    await embedded.stop();
  }
}
