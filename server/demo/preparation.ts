// What stands behind the demo's frozen list, and beside it a second track's season that is still being prepared: made by the commands
// and services that people use, once, after the season itself.
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { saveImportedNote } from "../../db/interview-notes";
import { listQuestionsAbout } from "../../db/open-questions";
import { addPastCycle } from "../../db/past-cycles";
import { listTracks } from "../../db/programs";
import { readMembers } from "../../db/roster";
import type { Database } from "../../db/schema";
import { listApplicantsOf } from "../../db/season-applicants";
import { findSeason, findSeasonOf, type SeasonRow } from "../../db/seasons";
import type { Command } from "../../domain/commands";
import type { ApplicantId, MeetingId, MemberId } from "../../domain/ids";
import type { Role } from "../../domain/member";
import { defaultRubric } from "../../domain/rubric";
import { typedOf } from "../../domain/rubric-typed";
import { mayInSeason } from "../../domain/season-policy";
import { seededRandom } from "../../domain/seeded-random";
import { createAuditTrail } from "../audit-trail";
import { systemClock } from "../clock";
import type { ProgramAnswer } from "../context/answers";
import type { Dispatcher } from "../dispatch";
import type { LiveMeetings } from "../live-meetings";
import type { Logger } from "../log";
import { createMeetingService } from "../meeting-service";
import { createFollower } from "../programs/follow";
import { createProgramService } from "../programs/program-service";
import { createSeasonServices } from "../seasons/season-services";
import { demoApplicants } from "./applicants";
import type { DemoClock } from "./demo-clock";
import { demoHistory } from "./histories";
import { type DemoInterview, demoInterviews } from "./interviews";
import { markFirst } from "./marks";
import { type DemoClass, demoClassesOfFirst, demoClassesOfSecond } from "./past-classes";
import { type DemoPastYear, demoPastYear } from "./past-years";

export interface DemoParts {
  db: Kysely<Database>;
  live: LiveMeetings;
  log: Logger;
  dispatch: Dispatcher["dispatch"];
  clock: DemoClock;
}

const seed = 2028;
const secondTrack = { code: "1000140P0", name: "Preliminary Medicine", quota: "4" };
const secondTrackWords = "Preliminary Medicine|1000140P0 (Preliminary)";
const secondCount = 24;
const pastOfFirst: readonly DemoPastYear[] = [
  { year: 2026, quota: 15, ranked: 141 },
  { year: 2025, quota: 15, ranked: 136 },
  { year: 2024, quota: 14, ranked: 138 },
  { year: 2023, quota: 14, ranked: 127 },
];
/** Too little to say anything of the next list. */
const pastOfSecond: readonly DemoPastYear[] = [{ year: 2026, quota: 4, ranked: 21 }];

export async function prepareDemoSeasons(parts: DemoParts, meetingId: MeetingId): Promise<void> {
  const { db } = parts;
  const season = await findSeasonOf(db, meetingId);
  if (!season) throw new Error("the demo season was imported");
  const { members } = await readMembers(db, season.programId);
  const idOf = (role: Role): MemberId => members.find((member) => member.role === role)?.id ?? "";
  const people = {
    pd: idOf("pd"),
    coordinator: idOf("coordinator"),
    chief: idOf("chief"),
    faculty: idOf("faculty"),
    raters: members
      .filter(({ role }) => role !== "pd" && mayInSeason(role, "writeNote"))
      // By name: ids are new in every demo, and who said what of whom is not to be.
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .map(({ id }) => id),
  };
  const services = servicesOf(parts);
  await recordFirst(parts, { season, people, services });
  await markFirst({ ...parts, season, members });
  parts.clock.goTo(0);
  await prepareSecond(parts, { season, people, services });
}

type Services = ReturnType<typeof servicesOf>;
interface People extends Record<"pd" | "coordinator" | "chief" | "faculty", MemberId> {
  raters: MemberId[];
}
interface Scene {
  season: SeasonRow;
  people: People;
  services: Services;
}

function servicesOf({ db, live, log, dispatch }: DemoParts) {
  const clock = systemClock;
  const follower = createFollower({ db, live, clock, log, dispatch });
  const trail = createAuditTrail({ db, clock, log });
  const sendMail = async () => {};
  const meetings = createMeetingService({ db, live, trail });
  const parts = {
    db,
    clock,
    follower,
    live,
    meetings,
    dispatch,
    trail,
    log,
    sendMail,
    isMailed: false,
    origin: () => "",
  };
  return { ...createSeasonServices(parts), programs: createProgramService({ db, clock, follower, ssoName: null }) };
}

/** @throws what a person would be told. */
function done<Told extends object>(answer: ProgramAnswer<Told>): { ok: true } & Told {
  if (!answer.ok) throw new Error(`the demo was refused: ${answer.message}`);
  return answer;
}

/** The frozen season: notes, a rubric that somebody has looked at, questions and a call about one applicant, the funnel by year. */
async function recordFirst({ db, clock }: DemoParts, { season, people, services }: Scene): Promise<void> {
  const { pd, coordinator, chief, faculty, raters } = people;
  const applicants = await listApplicantsOf(db, season, new Set());
  const present = applicants.filter(({ withdrawn }) => !withdrawn).sort(byIdentifier);
  const interviewees = present.map(({ id, withdrawn: _withdrawn, ...facts }) => ({ id, facts }));
  const random = seededRandom(seed);
  const interviews = demoInterviews(random, interviewees, { raterIds: raters, unwritten: 0.04 });
  await saveInterviews(db, season, interviews, clock.interviewsEnd);

  const visa = { sponsorsJ1: true, h1bSeats: 3 };
  const criteria = "Step 2 of 222 or more, or COMLEX of 500; two letters from medicine; a reason to come here.";
  const rubric = typedOf({ ...defaultRubric, visa, criteria });
  done(await services.rubrics.change(season.id, pd, { ...rubric, version: "0", reason: "Agreed in October." }));

  const about = present.find(({ interrupted, interruptedWhy }) => interrupted && !interruptedWhy)?.id ?? "";
  const asked = [season.id, about] as const;
  const { applicantFiles, funnels } = services;
  done(
    await applicantFiles.ask(...asked, coordinator, {
      question: "Education was interrupted: why?",
      fact: "interruption",
      ownerId: chief,
    }),
  );
  done(await applicantFiles.ask(...asked, pd, { question: "Is Step 3 planned before July?", ownerId: coordinator }));
  // Not through the page: nobody has read the file, and the trail would say so.
  const mine =
    (await listQuestionsAbout(db, season.id, about)).find(({ ownerId }) => ownerId === coordinator)?.id ?? "";
  done(
    await applicantFiles.answer(...asked, coordinator, {
      id: mine,
      answer: "Yes: booked for May, says their mail of Monday.",
    }),
  );
  done(
    await applicantFiles.logContact(...asked, faculty, {
      colleague: "Dr Orla Finch",
      relation: "Supervised them for two months",
      heldOn: yesterday(),
      isFirstHand: "yes",
      sentence: "Would have them back on her ward; stays until the work is handed over.",
    }),
  );
  await savePastYears(db, season, pastOfFirst);
  await writeClasses(services, season, coordinator, demoClassesOfFirst);
  const years = {
    "2027": [1204, 610, 190],
    "2026": [1153, 588, 181, 158],
    "2025": [1087, 561, 176, 150],
    "2023": [978, 490, 160, 139],
  };
  const cut: Readonly<Record<string, string>> = {
    "2027": criteria,
    "2023": "Step 2 of 225 or more at the first attempt, and a letter from medicine.",
  };
  for (const [year, [applied, reviewed, invited, interviewed]] of Object.entries(years)) {
    const typed = { applied, reviewed, invited, interviewed };
    const counts = Object.fromEntries(Object.entries(typed).map(([stage, count]) => [stage, String(count ?? "")]));
    done(
      await funnels.change(season.id, coordinator, {
        year,
        version: "0",
        ...counts,
        criteria: cut[year] ?? "",
      }),
    );
  }
}

/** The second track: applicants imported, half of the notes written, and a list that the director has begun. */
async function prepareSecond(parts: DemoParts, { season: first, people, services }: Scene): Promise<void> {
  const { db, dispatch } = parts;
  const { programId, matchYear } = first;
  const { pd, coordinator, raters } = people;
  done(await services.programs.addTrack(programId, pd, secondTrack));
  const track = (await listTracks(db, programId)).find(({ code }) => code === secondTrack.code);
  const { seasonId } = done(
    await services.seasons.add(programId, coordinator, { trackId: track?.id ?? "", year: String(matchYear) }),
  );
  const season = await findSeason(db, seasonId);
  const draftId = season?.draftId;
  if (!season || !draftId) throw new Error("a season that is opened has a draft");
  const ask = async (command: Command, memberId: MemberId): Promise<void> => {
    const actor = { kind: "member", memberId } as const;
    const answer = await dispatch({ meetingId: draftId, commandId: randomUUID(), command, actor });
    if (!answer.ok) throw new Error(`the demo was refused: ${answer.message}`);
  };

  const [random, histories] = [seededRandom(seed + 1), seededRandom(seed + 2)];
  const applicants = demoApplicants(random, secondCount).map(({ facts, withdrawn, strength }) => {
    const own = { ...facts, tracks: [secondTrackWords] };
    return { id: randomUUID(), withdrawn, strength, facts: { ...own, ...demoHistory(histories, own) } };
  });
  const { programName, programCode, quota } = season;
  await ask(
    {
      type: "importSeason",
      meeting: { title: "Preliminary list", programName, programCode, matchYear, quota, kind: "draft" },
      quotaGiven: false,
      members: [],
      applicants: applicants.map(({ strength: _strength, ...applicant }) => applicant),
    },
    coordinator,
  );
  const present = applicants.filter(({ withdrawn }) => !withdrawn);
  const interviews = demoInterviews(random, present, { raterIds: raters, unwritten: 0.45 });
  await saveInterviews(db, season, interviews, systemClock());

  const strongest = [...present].sort((one, other) => other.strength - one.strength).map(({ id }) => id);
  const place = async (ids: readonly ApplicantId[], zone: "protected" | "middle") => {
    for (const applicantId of ids) {
      await ask({ type: "moveApplicant", applicantId, to: { zone, after: null, before: null } }, pd);
    }
  };
  const keep = (name: string) => ask({ type: "takeSnapshot", name }, pd);
  await savePastYears(db, season, pastOfSecond);
  await writeClasses(services, season, coordinator, demoClassesOfSecond);
  await place(strongest.slice(0, 3), "protected");
  await place(strongest.slice(4, 10), "middle");
  await keep("After the November interviews");
  await place(strongest.slice(3, 4), "protected");
  await place(strongest.slice(10, 14), "middle");
  await keep("Chiefs' first pass");
  await place(strongest.slice(2, 3), "middle");
  await place(strongest.slice(4, 5), "protected");
}

/** As a file of interview scores would bring them. `until`: nothing was written later, whatever the year of the machine. */
async function saveInterviews(
  db: Kysely<Database>,
  season: SeasonRow,
  interviews: readonly DemoInterview[],
  until: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const [index, { applicantId, raterId: authorId, heldOn, content: said }] of interviews.entries()) {
      const latest = until.getTime() - (index % 200) * 31 * 60_000;
      const at = new Date(Math.min(Date.parse(`${heldOn}T22:00:00Z`), latest));
      const content = { ...said, ...(said.worksWithSince && { worksWithSince: at.toISOString() }) };
      await saveImportedNote(trx, { seasonId: season.id, applicantId, authorId, content, heldOn, at });
    }
  });
}

/** As a file of past rank lists would bring them. */
async function savePastYears(
  db: Kysely<Database>,
  { trackId }: SeasonRow,
  past: readonly DemoPastYear[],
): Promise<void> {
  const random = seededRandom(seed + 3);
  await db.transaction().execute(async (trx) => {
    for (const year of past) {
      const cycle = demoPastYear(random, year);
      await addPastCycle(trx, { ...cycle, trackId, importId: randomUUID(), at: systemClock() });
    }
  });
}

async function writeClasses(
  { history }: Scene["services"],
  { programId, trackId }: SeasonRow,
  coordinator: MemberId,
  classes: readonly DemoClass[],
): Promise<void> {
  for (const { matchYear, counts, review = "" } of classes) {
    const typed = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]));
    const fields = { ...typed, track: trackId, year: String(matchYear), version: "0", review };
    done(await history.changeClass(programId, coordinator, fields));
  }
}

/** A call is not logged before it was held, whatever the year of the machine. */
const yesterday = (): string => new Date(systemClock().getTime() - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** Ids are new with every demo; AAMC IDs are not, so the same people get the same notes. */
const byIdentifier = (one: { aamcId?: string | undefined }, other: { aamcId?: string | undefined }): number =>
  (one.aamcId ?? "") < (other.aamcId ?? "") ? -1 : 1;
