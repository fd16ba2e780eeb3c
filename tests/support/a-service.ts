// What pages read, on a database alone: for tests that want a meeting opened and have no server in their process.
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema";
import { createAuditTrail } from "../../server/audit-trail";
import { systemClock } from "../../server/clock";
import { LiveMeetings } from "../../server/live-meetings";
import type { MeetingService } from "../../server/load-context";
import { createLog } from "../../server/log";
import { createMeetingService } from "../../server/meeting-service";

export const aMeetingService = (db: Kysely<Database>): MeetingService =>
  createMeetingService({
    db,
    live: new LiveMeetings(),
    trail: createAuditTrail({ db, clock: systemClock, log: createLog("silent") }),
  });
