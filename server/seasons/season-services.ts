// Everything that pages are handed of seasons, put together: each noun's service is one line here.
import type { Kysely } from "kysely";
import { readImportedList } from "../../db/imported-lists";
import type { Database } from "../../db/schema";
import { createApplicantFileService } from "../applicant-files/file-service";
import type { AuditTrail } from "../audit-trail";
import type { Clock } from "../clock";
import type { SeasonContext } from "../context/seasons";
import type { Dispatcher } from "../dispatch";
import { createImportService } from "../imports/import-service";
import type { LiveMeetings } from "../live-meetings";
import type { MeetingService } from "../load-context";
import type { Logger } from "../log";
import type { SendMail } from "../mail";
import { createInterviewsService } from "../notes/interviews-service";
import { createNotesService } from "../notes/notes-service";
import { createScoresService } from "../notes/scores-service";
import { createPreliminaryService } from "../preliminary/preliminary-service";
import type { Follower } from "../programs/follow";
import { createHistoryService } from "../programs/history-service";
import { createRehearsalService } from "../rehearsals/rehearsal-service";
import { createEquityService } from "./equity-service";
import { createFunnelService } from "./funnel-service";
import { createRubricService } from "./rubric-service";
import { createSeasonService } from "./season-service";
import { createVoiceService } from "./voice-service";

export interface SeasonParts {
  db: Kysely<Database>;
  clock: Clock;
  follower: Follower;
  live: LiveMeetings;
  meetings: MeetingService;
  dispatch: Dispatcher["dispatch"];
  trail: AuditTrail;
  log: Logger;
  sendMail: SendMail;
  /** False: there is no mail server, and mail goes into the log. */
  isMailed: boolean;
  /** Of the address that people use. */
  origin: () => string;
}

export const createSeasonServices = (parts: SeasonParts): SeasonContext => ({
  seasons: createSeasonService(parts),
  preliminary: createPreliminaryService({
    ...parts,
    readImportedList: (seasonId) => readImportedList(parts.db, seasonId),
  }),
  voices: createVoiceService(parts),
  funnels: createFunnelService(parts),
  equity: createEquityService(parts),
  applicantFiles: createApplicantFileService(parts),
  rubrics: createRubricService(parts),
  notes: createNotesService(parts),
  interviews: createInterviewsService(parts),
  scores: createScoresService(parts),
  imports: createImportService(parts),
  rehearsals: createRehearsalService(parts),
  history: createHistoryService(parts),
});
