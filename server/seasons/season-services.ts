// Everything that pages are handed of seasons, put together: each noun's service is one line here.
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema";
import { createApplicantFileService } from "../applicant-files/file-service";
import type { AuditTrail } from "../audit-trail";
import type { Clock } from "../clock";
import type { SeasonContext } from "../context/seasons";
import type { Dispatcher } from "../dispatch";
import { createImportService } from "../imports/import-service";
import type { LiveMeetings } from "../live-meetings";
import type { Logger } from "../log";
import type { SendMail } from "../mail";
import type { Follower } from "../programs/follow";
import { createSeasonService } from "./season-service";

export interface SeasonParts {
  db: Kysely<Database>;
  clock: Clock;
  follower: Follower;
  live: LiveMeetings;
  dispatch: Dispatcher["dispatch"];
  trail: AuditTrail;
  log: Logger;
  sendMail: SendMail;
  /** Of the address that people use. */
  origin: () => string;
}

export const createSeasonServices = (parts: SeasonParts): SeasonContext => ({
  seasons: createSeasonService(parts),
  applicantFiles: createApplicantFileService(parts),
  imports: createImportService(parts),
});
