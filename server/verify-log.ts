// Walks the log of a meeting and recomputes its hash chain: the first event that is not what was written is named.
import type { Kysely } from "kysely";
import { readHead, readLinks } from "../db/event-log";
import { canonicalJson, linkHash, sha256 } from "../db/hash-chain";
import type { Database } from "../db/schema";
import type { MeetingId } from "../domain/ids";

export type AuditResult = { ok: true; events: number } | { ok: false; seq: number; problem: string };

const PAGE = 2000;

/** LOG-2: every link carries the hash of the one before, and its content is what was hashed. */
export async function verifyMeeting(db: Kysely<Database>, meetingId: MeetingId): Promise<AuditResult> {
  const head = await readHead(db, meetingId);
  let seq = 0;
  let previous: string | null = null;
  for (;;) {
    const links = await readLinks(db, meetingId, seq, PAGE);
    for (const link of links) {
      if (link.seq !== seq + 1) return { ok: false, seq: seq + 1, problem: "the event is missing" };
      if (link.prev_hash !== previous) return broken(link.seq, "it does not follow the event before it");
      if (sha256(canonicalJson(link.payload)) !== link.payload_hash) return broken(link.seq, "its content was changed");
      if (linkHash(meetingId, link) !== link.hash) return broken(link.seq, "its author, time or type was changed");
      seq = link.seq;
      previous = link.hash;
    }
    if (links.length < PAGE) break;
  }
  if (head && head.seq !== seq)
    return broken(Math.min(head.seq, seq) + 1, "the end of the log was cut off or added to");
  if (head && head.hash !== previous) return broken(seq, "it is not the event the meeting ended with");
  return { ok: true, events: seq };
}

const broken = (seq: number, problem: string): AuditResult => ({ ok: false, seq, problem });
