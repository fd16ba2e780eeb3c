// `npm run db:rebuild`: folds every log again and says which projected tables differ from it. With --write the rebuilt tables
// are kept; otherwise nothing is changed, and a difference exits 1.
import { listMeetingIds } from "../db/meetings";
import { runWithDatabase } from "./command";
import { rebuildMeeting } from "./rebuild-projection";

await runWithDatabase(async ({ db }) => {
  const keep = process.argv.includes("--write");
  const meetings = await listMeetingIds(db);
  for (const [index, meetingId] of meetings.entries()) {
    const differing = await rebuildMeeting(db, meetingId, { keep });
    const progress = `${index + 1}/${meetings.length} ${meetingId}`;
    if (differing.length === 0) {
      console.log(`${progress}: replay and projection are the same.`);
      continue;
    }
    process.exitCode = keep ? 0 : 1;
    const done = keep ? "rebuilt from the log" : "run again with --write to rebuild them from the log";
    console.log(`${progress}: ${differing.join(", ")} differed; ${done}.`);
  }
  if (meetings.length === 0) console.log("There are no meetings yet.");
});
