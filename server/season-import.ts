// A season's files, matched, into a meeting: people and the meeting's row first, then one command through dispatch, so that
// the import is in the log like everything else (IMPORT-1: run twice, nothing changes the second time).
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { findOrAddMeeting, saveMemberships } from "../db/meetings";
import { savePerson } from "../db/people";
import type { Database } from "../db/schema";
import { type ImportSeason, importSeasonSchema } from "../domain/commands";
import type { ApplicantId, MeetingId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";
import type { Member } from "../domain/member";
import type { CommandAnswer } from "../domain/protocol";
import type { Dispatcher } from "./dispatch";
import { applicantKey } from "./import/match-list";
import type { Season } from "./import/season";
import type { LiveMeetings } from "./live-meetings";

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
  await saveMemberships(
    db,
    programId,
    members.map(({ id, role }) => ({ personId: id, role })),
  );
  const before = await live.fresh(db, meetingId);
  const command = importSeasonSchema.parse({
    type: "importSeason",
    meeting: key,
    quotaGiven: season.quotaGiven,
    members,
    ...placed(season, before),
  } satisfies ImportSeason);
  const answer = await dispatcher.dispatch({
    meetingId,
    commandId: randomUUID(),
    command,
    actor: { kind: "system" },
  });
  const changes = answer.ok ? answer.seq - (before?.seq ?? 0) : 0;
  return { meetingId, isNew, answer, changes, listWasFrozen: before?.preliminary !== undefined };
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
