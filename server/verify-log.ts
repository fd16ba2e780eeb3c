// Walks a hash chain and recomputes it: the log of a meeting with its answers, or an audit trail. The first link that is not what
// was written is named. What a purge has taken is counted apart: its hash still stands in the chain.
import type { Kysely } from "kysely";
import { readAuditHead, readAuditLinks } from "../db/audit-trail";
import { readAnswerLinks, readHead, readLinks } from "../db/event-log";
import { answersChain, type ChainedEvent, canonicalJson, isPurged, linkHash, sha256 } from "../db/hash-chain";
import type { Database } from "../db/schema";
import type { MeetingId } from "../domain/ids";

/** What a chain's links are. */
export type LinkKind = "event" | "answer" | "entry";

/** `purged` counts what a purge has taken of a meeting's events, or of a trail. */
export type AuditResult =
  | { ok: true; links: number; purged: number }
  | { ok: false; link: LinkKind; seq: number; problem: string };
export type MeetingAudit =
  | { ok: true; events: number; answers: number; purged: number }
  | Extract<AuditResult, { ok: false }>;

/** Where a chain stood at some time, as it was written down outside the database. */
export interface NotedHead {
  seq: number;
  hash: string;
}

interface Chain {
  id: string;
  link: LinkKind;
  head: { seq: number; hash: string | null } | undefined;
  noted?: NotedHead | undefined;
  read(since: number, limit: number): Promise<ChainedEvent[]>;
  /** Was the content of this link taken by a purge? */
  isTaken(link: ChainedEvent): boolean;
  /** Is this link the purge that accounts for what was taken before it? */
  isPurge(link: ChainedEvent): boolean;
  /** Hears each link that holds. */
  onLink?(link: ChainedEvent): void;
}

const PAGE = 2000;

/** LOG-2, LOG-5, KEEP-3. */
export async function verifyMeeting(
  db: Kysely<Database>,
  meetingId: MeetingId,
  noted?: NotedHead,
): Promise<MeetingAudit> {
  const head = await readHead(db, meetingId);
  const spoken: SpokenAnswer[] = [];
  const events = await verifyChain({
    ...{ id: meetingId, link: "event", head, noted, isPurge: ({ type }) => type === "meetingPurged" },
    isTaken: ({ payload }) => isPurged(payload),
    read: (since, limit) => readLinks(db, meetingId, since, limit),
    onLink: ({ seq, answers_hash: hash }) => {
      if (hash && hash !== spoken.at(-1)?.hash) spoken.push({ seq, hash });
    },
  });
  if (!events.ok) return events;
  const answers = await verifyAnswers(db, meetingId, head?.answers, spoken);
  return answers.ok ? { ok: true, events: events.links, answers: answers.links, purged: events.purged } : answers;
}

/** The first event, by its seq, that hangs on the answer with this hash. */
interface SpokenAnswer {
  seq: number;
  hash: string;
}

/** LOG-5: the answers hold by themselves, and are those that the events were written after. */
async function verifyAnswers(
  db: Kysely<Database>,
  meetingId: MeetingId,
  head: { number: number; hash: string | null } | undefined,
  spoken: readonly SpokenAnswer[],
): Promise<AuditResult> {
  let found = 0;
  const answers = await verifyChain({
    ...{ id: answersChain(meetingId), link: "answer", head: head && { seq: head.number, hash: head.hash } },
    isTaken: ({ payload }) => payload.ok === false && payload.code === "meetingPurged",
    isPurge: ({ type, payload }) => type === "purgeMeeting" && payload.ok === true,
    read: (since, limit) => readAnswerLinks(db, meetingId, since, limit),
    onLink: ({ hash }) => {
      if (hash === spoken[found]?.hash) found += 1;
    },
  });
  const missing = spoken[found];
  if (!answers.ok || !missing) return answers;
  return broken("event", missing.seq, "the answers before it are not those that were given");
}

/** AUDIT-2. */
export async function verifyAuditTrail(db: Kysely<Database>, chainId: string, noted?: NotedHead): Promise<AuditResult> {
  // Without a head there were entries once: the chain then ends where it should not.
  const head = (await readAuditHead(db, chainId)) ?? { seq: 0, hash: null };
  return verifyChain({
    ...{ id: chainId, link: "entry", head, noted, isPurge: () => false },
    isTaken: ({ payload }) => isPurged(payload),
    read: (since, limit) => readAuditLinks(db, chainId, since, limit),
  });
}

async function verifyChain({
  id,
  link: kind,
  head,
  noted,
  read,
  isTaken,
  isPurge,
  onLink,
}: Chain): Promise<AuditResult> {
  let seq = 0;
  let previous: string | null = null;
  let purged = 0;
  /** The first purged link that no purge has accounted for yet. */
  let unexplained: number | undefined;
  for (;;) {
    const links = await read(seq, PAGE);
    for (const link of links) {
      if (link.seq !== seq + 1) return broken(kind, seq + 1, "it is missing");
      if (link.prev_hash !== previous) return broken(kind, link.seq, "it does not follow the one before it");
      if (sha256(canonicalJson(link.payload)) !== link.payload_hash) {
        if (!isTaken(link)) return broken(kind, link.seq, "its content was changed");
        purged += 1;
        unexplained ??= link.seq;
      } else if (isPurge(link)) unexplained = undefined;
      if (linkHash(id, link) !== link.hash) return broken(kind, link.seq, "its author, time or type was changed");
      if (link.seq === noted?.seq && link.hash !== noted.hash)
        return broken(kind, link.seq, "it is not the one that was noted");
      onLink?.(link);
      seq = link.seq;
      previous = link.hash;
    }
    if (links.length < PAGE) break;
  }
  if (unexplained !== undefined) return broken(kind, unexplained, "its content was taken, and no purge is on record");
  // Whoever can write to the database can cut the end off and put the head right; what was noted elsewhere they cannot.
  if (noted && noted.seq > seq) return broken(kind, seq + 1, `there were ${noted.seq} when the head was noted`);
  if (head && head.seq !== seq)
    return broken(kind, Math.min(head.seq, seq) + 1, "the end of the chain was cut off or added to");
  if (head && head.hash !== previous) return broken(kind, seq, "it is not the one that the chain ended with");
  return { ok: true, links: seq, purged };
}

const broken = (link: LinkKind, seq: number, problem: string): Extract<AuditResult, { ok: false }> => ({
  ok: false,
  link,
  seq,
  problem,
});
