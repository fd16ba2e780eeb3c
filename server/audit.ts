// `npm run audit:verify`: verifies the log of every meeting and every audit trail, or only those named by id. Exits 1 at a
// broken chain.
import { installationChain, listAuditChains } from "../db/audit-trail";
import { listMeetingIds } from "../db/meetings";
import { runWithDatabase } from "./command";
import { type AuditResult, verifyAuditTrail, verifyMeeting } from "./verify-log";

await runWithDatabase(async ({ db }) => {
  const named = process.argv.slice(2);
  const isNamed = (id: string) => named.length === 0 || named.includes(id);
  const meetings = (await listMeetingIds(db)).filter(isNamed);
  const trails = (await listAuditChains(db)).filter(isNamed);
  for (const meetingId of meetings) tell(meetingId, "event", await verifyMeeting(db, meetingId));
  for (const chainId of trails) {
    const name =
      chainId === installationChain ? "Audit trail of the installation" : `Audit trail of program ${chainId}`;
    tell(name, "entry", await verifyAuditTrail(db, chainId));
  }
  for (const id of named.filter((known) => !meetings.includes(known) && !trails.includes(known))) {
    process.exitCode = 1;
    console.log(`${id}: there is no meeting and no audit trail with this id.`);
  }
  if (meetings.length === 0 && named.length === 0) console.log("There are no meetings yet.");
});

function tell(name: string, link: "event" | "entry", result: AuditResult): void {
  if (!result.ok) {
    process.exitCode = 1;
    console.log(`${name}: ${link} ${result.seq} is not what was written: ${result.problem}.`);
    return;
  }
  const purged = result.purged > 0 ? `, ${result.purged} of them purged` : "";
  console.log(`${name}: ${result.events} ${link === "event" ? "events" : "entries"}${purged}, the chain holds.`);
}
