// `npm run audit:verify`: verifies the log of every meeting, or of those named by id. Exits 1 at a broken chain.
import { listMeetingIds } from "../db/meetings";
import { runWithDatabase } from "./command";
import { verifyMeeting } from "./verify-log";

await runWithDatabase(async ({ db }) => {
  const named = process.argv.slice(2);
  const meetings = named.length > 0 ? named : await listMeetingIds(db);
  for (const meetingId of meetings) {
    const result = await verifyMeeting(db, meetingId);
    if (result.ok) {
      console.log(`${meetingId}: ${result.events} events, the chain holds.`);
    } else {
      process.exitCode = 1;
      console.log(`${meetingId}: event ${result.seq} is not what was written: ${result.problem}.`);
    }
  }
  if (meetings.length === 0) console.log("There are no meetings yet.");
});
