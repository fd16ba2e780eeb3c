// The hash chain of a meeting's log (LOG-2), of its answers (LOG-5) and of an audit trail (AUDIT-2): each link carries the hash of the one before, so
// that a change to any of them shows. The payload is hashed by itself, so that it can be purged when its retention time is over
// and the chain still verifies.
import { createHash } from "node:crypto";
import type { EventBody, MeetingEvent } from "../domain/events";

export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** JSON with object keys in code-unit order and no undefined: the same text before and after a trip through jsonb. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const record = value as Record<string, unknown>;
    const entries = Object.keys(record)
      .filter((key) => record[key] !== undefined)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`);
    return `{${entries.join(",")}}`;
  }
  return JSON.stringify(value);
}

export interface ChainedEvent {
  seq: number;
  command_id: string;
  actor_id: string | null;
  /** ISO, milliseconds, UTC. */
  at: string;
  type: string;
  payload: Record<string, unknown>;
  payload_hash: string;
  prev_hash: string | null;
  hash: string;
  /** Of an event: where the chain of the meeting's answers stood (LOG-5). Nothing in other chains and in events of before. */
  answers_hash?: string | null;
}

/** A row as a link: its time and its payload in the form that was hashed. */
export const linkOf = <Row extends { at: Date; payload: unknown }>(row: Row) => ({
  ...row,
  at: row.at.toISOString(),
  payload: row.payload as Record<string, unknown>,
});

/** What the hashes of a link are not yet made for. */
type Unchained = Omit<ChainedEvent, "payload_hash" | "prev_hash" | "hash">;

/** The hash of one link; `payload_hash` stands for the content. `chainId` is the meeting's id, or the trail's. */
export const linkHash = (chainId: string, link: Omit<ChainedEvent, "hash" | "payload">): string =>
  sha256(
    canonicalJson([
      chainId,
      link.seq,
      link.command_id,
      link.actor_id,
      link.at,
      link.type,
      link.payload_hash,
      link.prev_hash,
      ...(link.answers_hash ? [link.answers_hash] : []),
    ]),
  );

/** The next link after the one with `prevHash`. */
export function linkAfter(prevHash: string | null, chainId: string, { payload, ...head }: Unchained): ChainedEvent {
  const link = { ...head, payload_hash: sha256(canonicalJson(payload)), prev_hash: prevHash };
  return { ...link, payload, hash: linkHash(chainId, link) };
}

/** An event as a row of the log, linked to the row before and to the answer before. */
export function chain(
  meetingId: string,
  event: MeetingEvent,
  { hash, answers }: { hash: string | null; answers: { hash: string | null } },
): ChainedEvent {
  const { seq, at, by, commandId, type, ...payload } = event;
  const link = { seq, command_id: commandId, actor_id: by, at, type, payload, answers_hash: answers.hash };
  return linkAfter(hash, meetingId, link);
}

/** The answers of a meeting are a chain of their own: most of them are refusals, which make no event. */
export const answersChain = (meetingId: string): string => `${meetingId}/answers`;

/** What stands in the place of a payload that a purge has taken (KEEP-3). */
export const purgedPayload = { purged: true } as const;
export const isPurged = (payload: Record<string, unknown>): boolean => canonicalJson(payload) === purgedText;
const purgedText = canonicalJson(purgedPayload);

/**
 * The event that a row holds. Rows were checked when they were written; types this build does not know pass through, and what
 * a purge has left of an event is of such a type: it counts, and says nothing.
 */
export const eventOfRow = (row: Unchained): MeetingEvent =>
  ({
    ...(isPurged(row.payload) ? { type: "purged" } : { ...row.payload, type: row.type }),
    seq: row.seq,
    at: row.at,
    by: row.actor_id,
    commandId: row.command_id,
  }) as EventBody & { seq: number; at: string; by: string | null; commandId: string };
