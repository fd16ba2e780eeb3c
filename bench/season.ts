// Seasons of a given size, through the same import as real ones, and signed-in people for them.
import { openDatabase } from "../db/client";
import { savePledge } from "../db/join-requests";
import type { MeetingId } from "../domain/ids";
import { createCookie } from "../server/auth/cookie";
import { createSessions } from "../server/auth/session";
import { systemClock } from "../server/clock";
import type { Season } from "../server/import/season";
import { LiveMeetings } from "../server/live-meetings";
import { createLog } from "../server/log";
import { quietDispatcher } from "../server/quiet-dispatcher";
import { importSeason } from "../server/season-import";

const protectedCount = 40;

/** A season of made-up people; `name` keeps meetings of one track apart. */
export function aSeason(name: string, applicants: number, people: number): Season {
  const aamcIds = Array.from({ length: applicants }, (_, index) => String(10_000_000 + index));
  return {
    title: name,
    programCode: "1000140C0",
    quota: 15,
    quotaGiven: false,
    matchYear: 2027,
    members: Array.from({ length: people }, (_, index) => ({
      row: index + 2,
      name: `Member ${index}`,
      email: `member${index}@example.org`,
      role: index === 0 ? "pd" : "faculty",
    })),
    applicants: aamcIds.map((aamcId, index) => ({
      row: index + 2,
      withdrawn: false,
      facts: {
        aamcId,
        name: `Lastname${index}, Firstname${index}`,
        email: `applicant${index}@example.org`,
        school: "Harbor University School of Medicine",
        schoolType: "US MD",
        degree: "M.D.",
        graduation: "2027-05",
        step2: [220 + (index % 50)],
        usClinicalMonths: index % 9,
        interviewDate: "2026-12-05",
        interviewScore: 3.5,
        ...(index % 4 === 0 && { signal: "gold" as const }),
      },
    })),
    list: { protected: aamcIds.slice(0, protectedCount), middle: aamcIds.slice(protectedCount), red: [] },
    report: "",
  };
}

export interface SeededMeeting {
  meetingId: MeetingId;
  /** Middle applicants in order. */
  middle: string[];
}

export interface SeededSeasons {
  meetings: SeededMeeting[];
  /** A Cookie header per person; person 0 is the PD. */
  cookies: string[];
}

export async function seedSeasons(
  databaseUrl: string,
  size: { meetings: number; applicants: number; people: number },
): Promise<SeededSeasons> {
  const { db, close } = openDatabase(databaseUrl, { max: 4 });
  const live = new LiveMeetings();
  const dispatcher = quietDispatcher({ db, live, log: createLog("silent") });
  const meetings: SeededMeeting[] = [];
  for (let n = 0; n < size.meetings; n++) {
    const season = aSeason(`Bench ${n}`, size.applicants, size.people);
    const { meetingId } = await importSeason(season, { db, live, dispatcher });
    meetings.push({ meetingId, middle: [...(live.current(meetingId)?.order.middle ?? [])] });
  }
  const cookie = createCookie("rank-room", { publicUrl: undefined });
  const sessions = createSessions({ db, clock: systemClock, cookie });
  const cookies: string[] = [];
  for (let n = 0; n < size.people; n++) {
    const { id } = await db
      .selectFrom("people")
      .select("id")
      .where("email", "=", `member${n}@example.org`)
      .executeTakeFirstOrThrow();
    const setCookie = await sessions.begin(id, "link", { host: "127.0.0.1" });
    cookies.push(setCookie.split(";")[0] ?? "");
    // Nobody's list is asked for before the pledge.
    for (const { meetingId } of meetings) await savePledge(db, { meetingId, personId: id, at: new Date() });
  }
  await close();
  return { meetings, cookies };
}
