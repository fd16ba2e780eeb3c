// A season's files, matched, into a meeting: people and the meeting's row first, then one command through dispatch, so that
// the import is in the log like everything else (IMPORT-1: run twice, nothing changes the second time).
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { findOrAddMeeting } from "../db/meetings";
import { savePerson } from "../db/people";
import { lockProgram, raiseVersion } from "../db/programs";
import { saveMemberships } from "../db/roster";
import type { Database } from "../db/schema";
import { type ImportSeason, importSeasonSchema } from "../domain/commands";
import type { ApplicantId, MeetingId, ProgramId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";
import type { Member } from "../domain/member";
import type { CommandAnswer } from "../domain/protocol";
import { systemClock } from "./clock";
import type { Dispatcher } from "./dispatch";
import { applicantKey } from "./import/match-list";
import type { Season } from "./import/season";
import type { LiveMeetings } from "./live-meetings";
import { type Followed, followProgram } from "./programs/follow";

export interface SeasonImportParts {
  db: Kysely<Database>;
  live: LiveMeetings;
  dispatcher: Pick<Dispatcher, "dispatch">;
}

export interface ImportedSeason {
  meetingId: MeetingId;
  isNew: boolean;
  answer: CommandAnswer;
  /** Events that the import added to the log; 0 when it changed nothing. */
  changes: number;
  /** Meetings of the program that took over a change of its roster. */
  followed: Followed[];
  /** The meeting's order was frozen before, so the list file was not used. */
  listWasFrozen: boolean;
}

export async function importSeason(season: Season, parts: SeasonImportParts): Promise<ImportedSeason> {
  const { db, live, dispatcher } = parts;
  const programName = programNameOf(season);
  const { programCode, matchYear, title, quota } = season;
  const members: Member[] = [];
  for (const { name, email, role } of season.members) {
    members.push({ id: await savePerson(db, { name, email }), name, role });
  }
  const key = { programName, programCode, matchYear, title, quota };
  const { meetingId, programId, isNew } = await findOrAddMeeting(db, key);
  const before = await live.fresh(db, meetingId);
  const command = importSeasonSchema.parse({
    type: "importSeason",
    meeting: key,
    quotaGiven: season.quotaGiven,
    members,
    ...placed(season, before),
    ...(season.columns && { columns: season.columns }),
  } satisfies ImportSeason);
  const answer = await dispatcher.dispatch({
    meetingId,
    commandId: randomUUID(),
    command,
    actor: { kind: "system" },
  });
  const changes = answer.ok ? answer.seq - (before?.seq ?? 0) : 0;
  // What the meeting refused (it is locked, it would lose its director) is not the program's either.
  const followed = answer.ok ? await joinProgram(parts, programId, members) : [];
  return { meetingId, isNew, answer, changes, followed, listWasFrozen: before?.preliminary !== undefined };
}

/** The people of the file are the program's; its meetings follow (ROSTER-1). */
async function joinProgram(
  { db, live, dispatcher }: SeasonImportParts,
  programId: ProgramId,
  members: readonly Member[],
): Promise<Followed[]> {
  await db.transaction().execute(async (trx) => {
    await lockProgram(trx, programId);
    const rows = members.map(({ id: personId, name, role }) => ({ personId, name, role }));
    if (await saveMemberships(trx, programId, rows, "invited", { by: null, now: systemClock() }))
      await raiseVersion(trx, programId);
  });
  const dispatch: Dispatcher["dispatch"] = (request) => dispatcher.dispatch(request);
  return (await followProgram({ db, live, clock: systemClock, dispatch }, programId)).followed;
}

/** Applicants with ids: a person known by AAMC or NRMP ID keeps theirs. The list in those ids. */
function placed(season: Season, known: MeetingState | undefined): Pick<ImportSeason, "applicants" | "list"> {
  const idByNumber = new Map<string, ApplicantId>();
  for (const { id, aamcId, nrmpId } of Object.values(known?.applicants ?? {})) {
    if (nrmpId) idByNumber.set(nrmpId, id);
    if (aamcId) idByNumber.set(aamcId, id);
  }
  const idByKey = new Map<string, ApplicantId>();
  const applicants = season.applicants.map(({ facts, withdrawn }) => {
    const id = idByNumber.get(facts.aamcId ?? "") ?? idByNumber.get(facts.nrmpId ?? "") ?? randomUUID();
    idByKey.set(applicantKey(facts), id);
    return { id, withdrawn, facts };
  });
  const ids = (keys: readonly string[]) => keys.flatMap((key) => idByKey.get(key) ?? []);
  const { list } = season;
  return {
    applicants,
    list: { protected: ids(list.protected), middle: ids(list.middle), red: ids(list.red) },
  };
}

/** `Internal Medicine|1000140C0 (Categorical)` names the specialty; without such a track the code has to do. */
function programNameOf({ applicants, programCode }: Season): string {
  for (const { facts } of applicants) {
    for (const track of facts.tracks ?? []) {
      const [name, rest] = track.split("|");
      if (name?.trim() && rest?.includes(programCode)) return name.trim();
    }
  }
  return `Program ${programCode}`;
}
