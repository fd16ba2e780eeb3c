// Who interviews whom, as those who prepare keep it, and the reminders that hosts send. Counts and lists leave out whoever is
// withheld from the reader; a mail leaves out whoever is withheld from its receiver too (RECUSE-1).
import type { Kysely } from "kysely";
import { appendAudit, type NewAuditEntry } from "../../db/audit-trail";
import { listNotes } from "../../db/interview-notes";
import { assignInterviews, type InterviewRow, listInterviews, removeInterviews } from "../../db/interviews";
import { claimReminder, listRemindedOn, releaseReminder } from "../../db/note-reminders";
import { listRoster, type RosterRow } from "../../db/roster";
import type { Database } from "../../db/schema";
import { isSeasonClosed, readWithheld, type SeasonRow } from "../../db/seasons";
import type { ApplicantId, MemberId } from "../../domain/ids";
import { isWritten } from "../../domain/note-words";
import { mayInSeason } from "../../domain/season-policy";
import type { Clock } from "../clock";
import type { DueReminder, InterviewsPage, InterviewsService } from "../context/interviews";
import type { Logger } from "../log";
import type { SendMail } from "../mail";
import { refuse } from "../programs/access";
import { programDay } from "../programs/program-day";
import { accessToSeason, applicantUnknown } from "../seasons/access";
import { wordsOf } from "../seasons/season-words";
import { dueInterviews, reminderMail } from "./reminders";
import { metWords, type VisibleApplicants, visibleApplicants } from "./visible";

export interface InterviewsParts {
  db: Kysely<Database>;
  clock: Clock;
  log: Logger;
  sendMail: SendMail;
  isMailed: boolean;
  origin: () => string;
}

const pairOf = (applicantId: ApplicantId, memberId: MemberId) => `${memberId} ${applicantId}`;
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

export function createInterviewsService(parts: InterviewsParts): InterviewsService {
  const { db, clock, log, sendMail, isMailed, origin } = parts;

  /** What the reader may see of the season's interviews. */
  async function look(season: SeasonRow, personId: MemberId) {
    const [visible, interviews, notes, roster] = await Promise.all([
      visibleApplicants(db, season, personId),
      listInterviews(db, season.id),
      listNotes(db, season.id),
      listRoster(db, season.programId, clock()),
    ]);
    const present = new Set(visible.applicants.flatMap(({ id, withdrawn }) => (withdrawn ? [] : [id])));
    const noted = new Map(notes.map(({ applicantId, authorId, content }) => [pairOf(applicantId, authorId), content]));
    return {
      visible,
      present,
      interviews: interviews.filter(({ applicantId }) => visible.has(applicantId)),
      interviewers: roster.filter(({ role, state }) => state !== "removed" && mayInSeason(role, "writeNote")),
      hasNote: ({ applicantId, memberId }: InterviewRow) => noted.has(pairOf(applicantId, memberId)),
      isDone: ({ applicantId, memberId }: InterviewRow) => isWritten(noted.get(pairOf(applicantId, memberId))),
    };
  }
  type Look = Awaited<ReturnType<typeof look>>;

  async function dueOf(season: SeasonRow, { interviews, interviewers, isDone, present, visible }: Look) {
    const today = await programDay(db, season.programId, clock());
    const held = interviews.filter(({ applicantId }) => present.has(applicantId));
    const due = dueInterviews(held, { isWritten: isDone, today });
    const reminded = await listRemindedOn(db, { programId: season.programId, day: today });
    const names = new Map(visible.applicants.map(({ id, name }) => [id, name]));
    const lines = await Promise.all(
      interviewers.map(async (person) => {
        const withheld = await readWithheld(db, season, person.id);
        const applicants = (due.get(person.id) ?? []).filter((id) => !withheld.has(id));
        const line: DueReminder & Pick<RosterRow, "email"> = {
          id: person.id,
          name: person.name,
          email: person.email,
          applicants: applicants.map((id) => names.get(id) ?? "").sort(),
          wasRemindedToday: reminded.has(person.id),
        };
        return line;
      }),
    );
    return lines.filter(({ applicants }) => applicants.length > 0);
  }

  const urlOf = (season: SeasonRow) => `${origin()}/seasons/${season.id}/notes`;

  return {
    async open(seasonId, personId, interviewerId) {
      const access = await accessToSeason(db, seasonId, personId, "assignInterviews");
      if (!access.ok) return access;
      const { season, role } = access;
      const seen = await look(season, personId);
      const { interviews, interviewers, visible, present } = seen;
      const interviewed = new Set(interviews.map(({ applicantId }) => applicantId));
      const maySend = mayInSeason(role, "sendReminders");
      const { programName, matchYear } = season;
      return {
        ok: true,
        page: {
          season: wordsOf(season, role),
          interviewers: interviewers.map((person) => {
            const theirs = interviews.filter(({ memberId }) => memberId === person.id);
            const written = theirs.filter(seen.isDone).length;
            return { id: person.id, name: person.name, role: person.role, assigned: theirs.length, written };
          }),
          chosen: chosenOf(seen, interviewerId),
          withoutInterviewer: [...present].filter((id) => !interviewed.has(id)).length,
          applicantCount: present.size,
          reminders: maySend
            ? {
                due: (await dueOf(season, seen)).map(({ email, ...line }) => line),
                isMailed,
                ...reminderMail({ programName, matchYear, url: urlOf(season), count: null }),
              }
            : null,
        } satisfies InterviewsPage,
      };

      function chosenOf({ hasNote }: Look, id: string | null): InterviewsPage["chosen"] {
        const person = interviewers.find((one) => one.id === id);
        if (!person) return null;
        const theirs = new Map(
          interviews.flatMap((one) => (one.memberId === person.id ? [[one.applicantId, one] as const] : [])),
        );
        const counts = countOf(interviews, visible);
        return {
          id: person.id,
          name: person.name,
          applicants: visible.applicants
            .filter((applicant) => present.has(applicant.id) || theirs.has(applicant.id))
            .map((applicant) => {
              const own = theirs.get(applicant.id);
              return {
                ...metWords(applicant),
                isAssigned: own !== undefined,
                heldOn: own?.heldOn ?? null,
                hasNote: own !== undefined && hasNote(own),
                interviewers: counts.get(applicant.id) ?? 0,
              };
            }),
        };
      }
    },

    async assign(seasonId, personId, { memberId, shown, ticked, heldOn }) {
      const access = await accessToSeason(db, seasonId, personId, "assignInterviews");
      if (!access.ok) return access;
      const { season } = access;
      const { interviewers, visible } = await look(season, personId);
      if (!interviewers.some(({ id }) => id === memberId))
        return refuse(409, "That person does not interview in this program. Reload the page.", "memberId");
      if (![...shown, ...ticked].every(visible.has)) return applicantUnknown;
      if (heldOn !== "" && !isDay(heldOn)) return refuse(400, "Enter a day, or leave it empty.", "heldOn");
      const before = new Set(shown);
      const after = new Set(ticked);
      const applicantIds = shown.filter((id) => !after.has(id));
      const added = ticked.flatMap((applicantId) =>
        before.has(applicantId) ? [] : [{ applicantId, memberId, heldOn: heldOn || null }],
      );
      return db.transaction().execute(async (trx) => {
        if (await isSeasonClosed(trx, season, { holds: true }))
          return refuse(409, "The list is locked, so interviews are no longer changed.");
        return {
          ok: true,
          added: await assignInterviews(trx, season.id, added),
          removed: await removeInterviews(trx, season.id, { memberId, applicantIds, by: personId, at: clock() }),
        };
      });
    },

    async remind(seasonId, personId) {
      const access = await accessToSeason(db, seasonId, personId, "sendReminders");
      if (!access.ok) return access;
      const { season } = access;
      if (!isMailed) return refuse(409, "This installation has no mail server, so the text has to be sent by hand.");
      if (await isSeasonClosed(db, season)) return refuse(409, "The list is locked, so no more notes are written.");
      const due = await dueOf(season, await look(season, personId));
      const failed: string[] = [];
      let sent = 0;
      for (const line of due) {
        if (line.wasRemindedToday) continue;
        const outcome = await remindOne(season, personId, line);
        if (outcome === "sent") sent += 1;
        if (outcome === "failed") failed.push(line.name);
      }
      return { ok: true, sent, failed };
    },
  };

  /** On record before it leaves; a mail that could not leave is on record too, and may be tried again. */
  async function remindOne(
    season: SeasonRow,
    by: MemberId,
    { id: person, email, applicants }: { id: MemberId; email: string; applicants: readonly string[] },
  ): Promise<"sent" | "failed" | "taken"> {
    const at = clock();
    const { programId, programName, matchYear } = season;
    const claim = { programId, day: await programDay(db, programId, at), personId: person };
    const entry: NewAuditEntry = {
      programId,
      actorId: by,
      action: "reminderSent",
      subject: { personId: person },
      detail: { notes: applicants.length },
      outcome: "done",
      at,
    };
    const isClaimed = await db.transaction().execute(async (trx) => {
      if (!(await claimReminder(trx, { ...claim, seasonId: season.id, by, at }))) return false;
      await appendAudit(trx, [entry]);
      return true;
    });
    if (!isClaimed) return "taken";
    const url = urlOf(season);
    try {
      const words = reminderMail({ programName, matchYear, url, count: applicants.length });
      await sendMail({ personId: person, email, what: "reminder of interview notes", url, ...words });
      return "sent";
    } catch (error) {
      log.error({ personId: person, err: error }, "a reminder could not be mailed");
      await db.transaction().execute(async (trx) => {
        await releaseReminder(trx, claim);
        await appendAudit(trx, [{ ...entry, outcome: "refused" }]);
      });
      return "failed";
    }
  }
}

function countOf(interviews: readonly InterviewRow[], visible: VisibleApplicants): ReadonlyMap<ApplicantId, number> {
  const counts = new Map(visible.applicants.map(({ id }) => [id, 0]));
  for (const { applicantId } of interviews) counts.set(applicantId, (counts.get(applicantId) ?? 0) + 1);
  return counts;
}
