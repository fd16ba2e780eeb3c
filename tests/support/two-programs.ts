// An installation of two programs, each with a meeting and somebody in every role; in the first, somebody in every role who is
// recused from one applicant as well; and an administrator. For tests of who may see and do what.
import type { Kysely } from "kysely";
import { addAdministrator } from "../../db/administrators";
import type { OpenDatabase } from "../../db/client";
import { savePerson } from "../../db/people";
import { findProgramOf, listTracks } from "../../db/programs";
import type { Database } from "../../db/schema";
import { findSeasonOf } from "../../db/seasons";
import type { ApplicantId, MeetingId, MemberId, ProgramId } from "../../domain/ids";
import { type Role, roles } from "../../domain/member";
import type { Season } from "../../server/import/season";
import { LiveMeetings } from "../../server/live-meetings";
import { createLog } from "../../server/log";
import { quietDispatcher } from "../../server/quiet-dispatcher";
import { importSeason } from "../../server/season-import";
import type { LoadWeb } from "../../server/web";
import { everybodyPledges } from "./pledges";
import { aServer, type TestServer } from "./server";

export interface TestProgram {
  programId: ProgramId;
  meetingId: MeetingId;
  seasonId: string;
  trackId: string;
  /** Ranked, in order; the second is the one that some are recused from. */
  applicantIds: ApplicantId[];
  /** By role; `people.pd.id`. */
  people: Record<Role, TestPerson>;
}

export interface TestPerson {
  id: MemberId;
  email: string;
}

export interface TwoPrograms {
  server: TestServer;
  a: TestProgram;
  b: TestProgram;
  /** In the first program, each recused from its second applicant. */
  recused: Record<Role, TestPerson>;
  administrator: TestPerson;
}

const emailIn = (role: Role, place: string) => `${role.toLowerCase()}@${place}.example.org`;

function aSmallSeason(letter: "a" | "b", places: readonly string[]): Season {
  const people = places.flatMap((place) =>
    roles.map((role) => ({ name: `Dr ${role} of ${place}`, email: emailIn(role, place), role })),
  );
  const first = letter === "a" ? 11_000_000 : 12_000_000;
  const ids = Array.from({ length: 8 }, (_, index) => String(first + index));
  return {
    title: `Meeting ${letter.toUpperCase()}`,
    programCode: letter === "a" ? "1000140C0" : "2000140C0",
    quota: 3,
    quotaGiven: true,
    matchYear: 2027,
    members: people.map((person, index) => ({ row: index + 2, ...person })),
    applicants: ids.map((aamcId, index) => ({
      row: index + 2,
      withdrawn: false,
      facts: {
        aamcId,
        nrmpId: `N${aamcId.slice(1)}`,
        name: `Secret${letter.toUpperCase()}${index}, Applicant`,
        visa: "needed",
      },
    })),
    list: { protected: ids.slice(0, 3), middle: ids.slice(3, 7), red: ids.slice(7) },
    report: "",
  };
}

export async function twoPrograms(database: OpenDatabase, loadWeb?: LoadWeb): Promise<TwoPrograms> {
  const { db } = database;
  const server = await aServer(database, aSmallSeason("a", ["a", "recused"]), loadWeb && { loadWeb });
  const live = new LiveMeetings();
  const dispatcher = quietDispatcher({ db, live, log: createLog("silent") });
  const other = await importSeason(aSmallSeason("b", ["b"]), { db, live, dispatcher });
  await everybodyPledges(db, other.meetingId);
  const peopleAt = async (place: string) => {
    const found = await Promise.all(
      roles.map(async (role) => [role, await personAt(server, emailIn(role, place))] as const),
    );
    return Object.fromEntries(found) as Record<Role, TestPerson>;
  };
  const recused = await peopleAt("recused");
  const a = await programAt(db, server, server.meetingId, await peopleAt("a"));
  const b = await programAt(db, server, other.meetingId, await peopleAt("b"));
  for (const { id: memberId } of Object.values(recused)) {
    const answer = await server.meetings.dispatcher.dispatch({
      meetingId: a.meetingId,
      commandId: crypto.randomUUID(),
      command: { type: "declareRecusal", applicantId: a.applicantIds[1] as string },
      actor: { kind: "member", memberId },
    });
    if (!answer.ok) throw new Error(answer.message);
  }
  const administrator = { email: "administrator@example.org", id: "" };
  administrator.id = await savePerson(db, { name: "Administrator", email: administrator.email });
  await addAdministrator(db, administrator.id, { by: null, now: new Date() });
  return { server, a, b, recused, administrator };
}

const personAt = async (server: TestServer, email: string): Promise<TestPerson> => ({
  email,
  id: await server.personId(email),
});

async function programAt(
  db: Kysely<Database>,
  server: TestServer,
  meetingId: MeetingId,
  people: Record<Role, TestPerson>,
): Promise<TestProgram> {
  const programId = (await findProgramOf(db, meetingId)) ?? "";
  const [track] = await listTracks(db, programId);
  const state = await server.live.fresh(db, meetingId);
  if (!track || !state) throw new Error("the season was imported");
  const seasonId = (await findSeasonOf(db, meetingId))?.id ?? "";
  const applicantIds = [...state.order.protected, ...state.order.middle];
  return { programId, meetingId, seasonId, trackId: track.id, applicantIds, people };
}
