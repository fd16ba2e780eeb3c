// A season with applicants in its draft, for tests of what comes before the meeting.
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { saveImportedNote } from "../../db/interview-notes";
import type { Database } from "../../db/schema";
import { findSeason } from "../../db/seasons";
import type { ApplicantFacts } from "../../domain/applicant";
import type { Command } from "../../domain/commands";
import type { ApplicantId, MeetingId, MemberId } from "../../domain/ids";
import type { InterviewNoteContent } from "../../domain/interview-note";
import type { PreliminaryService } from "../../server/context/preliminary";
import type { SeasonService } from "../../server/context/seasons";
import type { Dispatcher } from "../../server/dispatch";
import { createPreliminaryService, type PreliminaryParts } from "../../server/preliminary/preliminary-service";
import { createSeasonService } from "../../server/seasons/season-service";
import type { TwoPrograms } from "./two-programs";

export interface TestSeason {
  id: string;
  draftId: MeetingId;
  programId: string;
  trackId: string;
  /** In the order of their names. */
  applicantIds: ApplicantId[];
}

export interface TestSeasons {
  seasons: SeasonService;
  preliminary: PreliminaryService;
  /** Of the first program, with so many applicants in the tray: `Draft01, Applicant` and so on; `factsOf` says more by number, from 1. */
  open(year: number, count: number, factsOf?: (n: number) => Partial<ApplicantFacts>): Promise<TestSeason>;
  /** In the draft's log. @throws when it is refused. */
  ask(season: Pick<TestSeason, "draftId">, command: Command, by: MemberId | null): Promise<void>;
  note(season: TestSeason, applicantId: ApplicantId, authorId: MemberId, content: InterviewNoteContent): Promise<void>;
}

interface SeasonsParts {
  db: Kysely<Database>;
  world: TwoPrograms;
  /** Instead of the server's own, for what goes wrong. */
  dispatch?: Dispatcher["dispatch"];
  readImportedList?: PreliminaryParts["readImportedList"];
}

export function theSeasons({
  db,
  world,
  dispatch = world.server.meetings.dispatcher.dispatch.bind(world.server.meetings.dispatcher),
  readImportedList = async () => undefined,
}: SeasonsParts): TestSeasons {
  const { live, follower, service: meetings } = world.server;
  const clock = () => new Date();
  const seasons = createSeasonService({ db, clock, follower, dispatch });
  const preliminary = createPreliminaryService({ db, clock, live, dispatch, meetings, readImportedList });

  async function ask({ draftId }: Pick<TestSeason, "draftId">, command: Command, by: MemberId | null): Promise<void> {
    const actor = by === null ? ({ kind: "system" } as const) : ({ kind: "member", memberId: by } as const);
    const answer = await dispatch({ meetingId: draftId, commandId: randomUUID(), command, actor });
    if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.message}`);
  }

  return {
    seasons,
    preliminary,
    ask,
    async open(year, count, factsOf) {
      const { programId, trackId, people } = world.a;
      const added = await seasons.add(programId, people.pd.id, { trackId, year: String(year) });
      if (!added.ok) throw new Error(added.message);
      const season = await findSeason(db, added.seasonId);
      if (!season?.draftId) throw new Error("a season has a draft");
      const { programName, programCode, matchYear, quota, draftId } = season;
      const applicants = Array.from({ length: count }, (_, index) => {
        const n = String(index + 1).padStart(2, "0");
        const facts = { name: `Draft${n}, Applicant`, aamcId: `${year}00${n}`, ...factsOf?.(index + 1) };
        return { id: randomUUID(), withdrawn: false, facts };
      });
      const meeting = { title: "Preliminary list", programName, programCode, matchYear, quota };
      const files = { type: "importSeason", meeting, quotaGiven: false, members: [], applicants } as const;
      await ask({ draftId }, { ...files, members: [], applicants }, null);
      return { id: season.id, draftId, programId, trackId, applicantIds: applicants.map(({ id }) => id) };
    },
    async note(season, applicantId, authorId, content) {
      const note = { seasonId: season.id, applicantId, authorId, content, heldOn: "2025-12-01", at: new Date() };
      await db.transaction().execute((trx) => saveImportedNote(trx, note));
    },
  };
}
