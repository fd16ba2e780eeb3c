// Walks a hash chain and recomputes it: the log of a meeting, or an audit trail. The first link that is not what was written
// is named. What a purge has taken is counted apart: its hash still stands in the chain.
import type { Kysely } from "kysely";
import { readAuditHead, readAuditLinks } from "../db/audit-trail";
import { type LogHead, readHead, readLinks } from "../db/event-log";
import { type ChainedEvent, canonicalJson, isPurged, linkHash, sha256 } from "../db/hash-chain";
import type { Database } from "../db/schema";
import type { MeetingId } from "../domain/ids";

export type AuditResult = { ok: true; events: number; purged: number } | { ok: false; seq: number; problem: string };

/** Where a chain stood at some time, as it was written down outside the database. */
export interface NotedHead {
  seq: number;
  hash: string;
}

interface Chain {
  id: string;
  head: LogHead | undefined;
  noted: NotedHead | undefined;
  read(since: number, limit: number): Promise<ChainedEvent[]>;
}

const PAGE = 2000;

/** LOG-2, KEEP-3. */
export async function verifyMeeting(
  db: Kysely<Database>,
  meetingId: MeetingId,
  noted?: NotedHead,
): Promise<AuditResult> {
  const head = await readHead(db, meetingId);
  return verifyChain({ id: meetingId, head, noted, read: (since, limit) => readLinks(db, meetingId, since, limit) });
}

/** AUDIT-2. */
export async function verifyAuditTrail(db: Kysely<Database>, chainId: string, noted?: NotedHead): Promise<AuditResult> {
  // Without a head there were entries once: the chain then ends where it should not.
  const head = (await readAuditHead(db, chainId)) ?? { seq: 0, hash: null };
  return verifyChain({ id: chainId, head, noted, read: (since, limit) => readAuditLinks(db, chainId, since, limit) });
}

async function verifyChain({ id, head, noted, read }: Chain): Promise<AuditResult> {
  let seq = 0;
  let previous: string | null = null;
  let purged = 0;
  /** The first purged link that no purge has accounted for yet. */
  let unexplained: number | undefined;
  for (;;) {
    const links = await read(seq, PAGE);
    for (const link of links) {
      if (link.seq !== seq + 1) return { ok: false, seq: seq + 1, problem: "the event is missing" };
      if (link.prev_hash !== previous) return broken(link.seq, "it does not follow the event before it");
      if (isPurged(link.payload)) {
        purged += 1;
        unexplained ??= link.seq;
      } else if (sha256(canonicalJson(link.payload)) !== link.payload_hash) {
        return broken(link.seq, "its content was changed");
      }
      if (linkHash(id, link) !== link.hash) return broken(link.seq, "its author, time or type was changed");
      if (link.seq === noted?.seq && link.hash !== noted.hash)
        return broken(link.seq, "it is not the one that was noted");
      if (link.type === "meetingPurged" && !isPurged(link.payload)) unexplained = undefined;
      seq = link.seq;
      previous = link.hash;
    }
    if (links.length < PAGE) break;
  }
  if (unexplained !== undefined) return broken(unexplained, "its content was taken, and no purge is on record");
  // Whoever can write to the database can cut the end off and put the head right; what was noted elsewhere they cannot.
  if (noted && noted.seq > seq) return broken(seq + 1, `there were ${noted.seq} when the head was noted`);
  if (head && head.seq !== seq)
    return broken(Math.min(head.seq, seq) + 1, "the end of the log was cut off or added to");
  if (head && head.hash !== previous) return broken(seq, "it is not the event the meeting ended with");
  return { ok: true, events: seq, purged };
}

const broken = (seq: number, problem: string): AuditResult => ({ ok: false, seq, problem });
