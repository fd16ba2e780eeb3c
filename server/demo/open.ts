// The demo season, loaded once into an empty database, through the same import as a real one.
import type { Kysely } from "kysely";
import { anyMeeting } from "../../db/meetings";
import type { Database } from "../../db/schema";
import { systemClock } from "../clock";
import type { LiveMeetings } from "../live-meetings";
import type { Logger } from "../log";
import { quietDispatcher } from "../quiet-dispatcher";
import { importSeason } from "../season-import";
import { demoClock } from "./demo-clock";
import { prepareDemoSeasons } from "./preparation";
import { demoSeason } from "./season";

export async function openDemoSeason({
  db,
  live,
  log,
}: {
  db: Kysely<Database>;
  live: LiveMeetings;
  log: Logger;
}): Promise<void> {
  if (await anyMeeting(db)) return;
  const clock = demoClock(systemClock());
  const dispatcher = quietDispatcher({ db, live, log, clock: clock.now });
  const { meetingId } = await importSeason(demoSeason(), { db, live, dispatcher });
  await prepareDemoSeasons({ db, live, log, clock, dispatch: (request) => dispatcher.dispatch(request) }, meetingId);
  log.info({ meetingId }, "demo season loaded");
}
