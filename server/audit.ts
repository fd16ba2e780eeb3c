// `npm run audit:verify`: verifies the log of every meeting and every audit trail, or only those named by id. With `--head` a chain is
// compared with where it stood once, as that was printed here, in the minutes, in the server's log at a lock, or in an export's
// manifest: so that an end that was cut off shows although the database's own head was put right. Exits 1 at a broken chain.
import { installationChain, listAuditChains, readAuditHead } from "../db/audit-trail";
import { readHead } from "../db/event-log";
import { listMeetingIds } from "../db/meetings";
import { counted } from "../domain/count-words";
import { BootProblem } from "./boot-problem";
import { runWithDatabase } from "./command";
import { headWord, readNotedHead } from "./noted-head";
import { type AuditResult, type MeetingAudit, type NotedHead, verifyAuditTrail, verifyMeeting } from "./verify-log";

await runWithDatabase(async ({ db }) => {
  const { ids: named, heads } = readArguments(process.argv.slice(2));
  const isNamed = (id: string) => named.length === 0 || named.includes(id);
  const meetings = (await listMeetingIds(db)).filter(isNamed);
  const trails = (await listAuditChains(db)).filter(isNamed);
  for (const id of meetings) {
    tell({ id, name: id }, await verifyMeeting(db, id, heads.get(id)), await readHead(db, id));
  }
  for (const id of trails) {
    const name = id === installationChain ? "Audit trail of the installation" : `Audit trail of program ${id}`;
    tell({ id, name }, await verifyAuditTrail(db, id, heads.get(id)), await readAuditHead(db, id));
  }
  for (const id of named.filter((known) => !meetings.includes(known) && !trails.includes(known))) {
    process.exitCode = 1;
    console.log(`${id}: there is no meeting and no audit trail with this id.`);
  }
  if (meetings.length === 0 && named.length === 0) console.log("There are no meetings yet.");
});

function readArguments(given: readonly string[]): { ids: string[]; heads: Map<string, NotedHead> } {
  const ids: string[] = [];
  const heads = new Map<string, NotedHead>();
  for (const [index, word] of given.entries()) {
    if (word === "--head") continue;
    if (given[index - 1] !== "--head") {
      ids.push(word);
      continue;
    }
    const head = readNotedHead(word);
    if (!head)
      throw new BootProblem(
        `--head ${word} is not a head: it is written as id:number:hash, as this command prints it.`,
      );
    ids.push(head.id);
    heads.set(head.id, head);
  }
  if (given.at(-1) === "--head") throw new BootProblem("--head needs a head after it, written as id:number:hash.");
  return { ids, heads };
}

interface Told {
  id: string;
  name: string;
}

type Verified = AuditResult | MeetingAudit;

function tell({ id, name }: Told, result: Verified, head: { seq: number; hash: string | null } | undefined): void {
  if (!result.ok) {
    process.exitCode = 1;
    console.log(`${name}: ${result.link} ${result.seq} is not what was written: ${result.problem}.`);
    return;
  }
  const noted = head?.hash ? ` Head: ${headWord(id, { seq: head.seq, hash: head.hash })}` : "";
  console.log(`${name}: ${countsOf(result)}, the chain holds.${noted}`);
}

function countsOf(result: Extract<Verified, { ok: true }>): string {
  const purged = result.purged > 0 ? ` (${result.purged} of them purged)` : "";
  return "events" in result
    ? `${counted(result.events, "event")}${purged} and ${counted(result.answers, "answer")}`
    : `${counted(result.links, "entry", "entries")}${purged}`;
}
