// Brings the meetings of a program in line with its roster and settings, each by one command through dispatch (ROSTER-1). What a
// meeting lacks is told by versions, so a change that was cut short is made good later, by this process or another.
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import {
  findProgram,
  listMatchYears,
  listMeetingsIn,
  listProgramsAhead,
  type ProgramMeetingRow,
} from "../../db/programs";
import { findRehearsal, listCopiedRecusals } from "../../db/rehearsals";
import { readMembers } from "../../db/roster";
import type { Database } from "../../db/schema";
import { findSeasonOf, listSeasonRecusals } from "../../db/seasons";
import { type FollowProgram, followProgramSchema } from "../../domain/commands";
import type { MeetingId, MemberId, ProgramId } from "../../domain/ids";
import { isOver, type MatchYear } from "../../domain/match-year";
import type { MeetingState } from "../../domain/meeting";
import type { MeetingKind } from "../../domain/meeting-kind";
import type { Member } from "../../domain/member";
import { isInEveryMeeting, mayInProgram } from "../../domain/policy";
import { practiceMembers } from "../../domain/practice";
import { dayIn } from "../../domain/program-day";
import { matchYearDatesSchema } from "../../domain/schemas";
import type { Clock } from "../clock";
import type { Dispatcher } from "../dispatch";
import type { LiveMeetings } from "../live-meetings";
import type { Logger } from "../log";
import { lookEvery } from "../look-every";

export interface FollowParts {
  db: Kysely<Database>;
  live: LiveMeetings;
  clock: Clock;
  dispatch: Dispatcher["dispatch"];
}

/** A meeting whose log has grown, for a process that has to give notice of it. */
export interface Followed {
  meetingId: MeetingId;
  after: number;
}

export interface FollowOutcome {
  followed: Followed[];
  /** Meetings that could not be reached now, and why. */
  behind: { meetingId: MeetingId; reason: string }[];
}

/** After a change of the program, by that person. */
export async function followProgram(parts: FollowParts, programId: ProgramId, by?: MemberId): Promise<FollowOutcome> {
  const { db, live, dispatch } = parts;
  const outcome: FollowOutcome = { followed: [], behind: [] };
  const program = await readProgram(db, programId);
  if (!program) return outcome;
  for (const meeting of program.meetings) {
    if (meeting.programVersion >= program.version) continue;
    const { id: meetingId } = meeting;
    const before = await live.fresh(db, meetingId);
    const command = await commandFor(parts, program, meeting, before);
    const actor = { kind: "system", ...(by && { by }) } as const;
    const answer = await dispatch({ meetingId, commandId: randomUUID(), command, actor });
    if (answer.ok) outcome.followed.push({ meetingId, after: before?.seq ?? 0 });
    else outcome.behind.push({ meetingId, reason: answer.code });
  }
  return outcome;
}

/** What the program says to one of its meetings right now, to be part of another command. Undefined: it is not theirs. */
export async function programSays(
  parts: Omit<FollowParts, "dispatch">,
  programId: ProgramId,
  meetingId: MeetingId,
): Promise<FollowProgram | undefined> {
  const program = await readProgram(parts.db, programId);
  const meeting = program?.meetings.find(({ id }) => id === meetingId);
  if (!program || !meeting) return undefined;
  return commandFor(parts, program, meeting, await parts.live.fresh(parts.db, meetingId));
}

export interface Follower {
  /** Resolves when the program's meetings have followed, or are left for later. */
  follow(programId: ProgramId, by?: MemberId): Promise<void>;
  /** Makes good, now and from time to time, what was cut short; returns what ends that. */
  watch(): () => void;
}

const WATCH_EVERY_MS = 10_000;

export function createFollower({ log, ...parts }: FollowParts & { log: Logger }): Follower {
  async function follow(programId: ProgramId, by?: MemberId): Promise<void> {
    const { behind } = await followProgram(parts, programId, by);
    if (behind.length > 0) log.warn({ programId, behind }, "meetings did not follow their program yet");
  }

  return {
    follow,
    watch: () =>
      lookEvery({ everyMs: WATCH_EVERY_MS, log, failure: "programs could not be looked at" }, async () => {
        for (const programId of await listProgramsAhead(parts.db)) await follow(programId);
      }),
  };
}

type ProgramSaid = NonNullable<Awaited<ReturnType<typeof readProgram>>>;

/** All of one moment: the version says which. */
function readProgram(db: Kysely<Database>, programId: ProgramId) {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (trx) => {
      const program = await findProgram(trx, programId);
      if (!program) return undefined;
      const years = await listMatchYears(trx, programId);
      const matchYears = years.map(
        ({ year, dates }): MatchYear => ({ year, dates: matchYearDatesSchema.parse(dates) }),
      );
      const meetings = await listMeetingsIn(trx, programId);
      return { ...program, ...(await readMembers(trx, programId)), matchYears, meetings };
    });
}

async function commandFor(
  { db, clock }: Pick<FollowParts, "db" | "clock">,
  program: ProgramSaid,
  meeting: ProgramMeetingRow,
  before: MeetingState | undefined,
): Promise<FollowProgram> {
  const today = dayIn(program.timeZone, clock());
  const year = program.matchYears.find((one) => one.year === meeting.matchYear);
  const isPast = year !== undefined && isOver(year, program.matchYears, today);
  const isThere = ({ id }: Member) => before?.members[id] !== undefined;
  const rehearsal = meeting.kind === "rehearsal" ? await findRehearsal(db, meeting.id) : undefined;
  const belongs: Record<MeetingKind, (member: Member) => boolean> = {
    meeting: (member) => isInEveryMeeting(member.role) || !isPast || isThere(member),
    // Nobody but those who prepare (DRAFT-1).
    draft: ({ role }) => isInEveryMeeting(role),
    // Its hosts, until it is thrown away (REHEARSE-1, REHEARSE-5).
    rehearsal: ({ role }) => !rehearsal?.isClosed && mayInProgram({ role, isAdministrator: false }, "rehearse"),
  };
  const isIn = belongs[meeting.kind];
  const members = program.members.filter(isIn);
  // A meeting keeps whoever is in it; the other two lose whoever belongs there no longer.
  const out = meeting.kind === "meeting" ? [] : program.members.filter((member) => !isIn(member)).map(({ id }) => id);
  if (rehearsal?.isClosed) out.push(...practiceMembers.map(({ id }) => id));
  const { name: programName, version, flagAuthorsShown } = program;
  const { title, programCode, matchYear, quota, kind } = meeting;
  return followProgramSchema.parse({
    type: "followProgram",
    version,
    meeting: { title, programName, programCode, matchYear, quota, ...(kind !== "meeting" && { kind }) },
    flagAuthorsShown,
    members,
    removed: [...program.removed, ...out],
    ...(kind === "draft" && { recusals: await recusalsBefore(db, meeting.id) }),
    ...(kind === "rehearsal" && { recusals: await listCopiedRecusals(db, meeting.id) }),
  } satisfies FollowProgram);
}

/** What was declared in the draft's season by people who were not in the draft. */
async function recusalsBefore(db: Kysely<Database>, draftId: MeetingId): Promise<FollowProgram["recusals"]> {
  const season = await findSeasonOf(db, draftId);
  const recusals = season ? await listSeasonRecusals(db, season.id) : [];
  return recusals.map(({ reason, ...recusal }) => ({ ...recusal, ...(reason && { reason }) }));
}
