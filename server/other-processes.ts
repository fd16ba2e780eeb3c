// What other processes do with our meetings, and what they are told of ours. Memory is brought on from the log alone, so what they
// say is a hint; the logs of meetings that have somebody here are looked at every second too, so a hint that is lost, or Redis
// being away, costs a second and nothing else (PIPE-4).
import type { Kysely } from "kysely";
import { readSeqs } from "../db/event-log";
import type { Database } from "../db/schema";
import type { MeetingId } from "../domain/ids";
import type { Cluster } from "./cluster";
import type { LiveMeetings } from "./live-meetings";
import type { Logger } from "./log";
import { lookEvery } from "./look-every";
import type { Presence } from "./presence";

const LOOK_EVERY_MS = 1000;

export interface OtherProcessesParts {
  cluster: Cluster;
  db: Kysely<Database>;
  live: LiveMeetings;
  presence: Presence;
  log: Logger;
  /** Meetings that have sockets in this process. */
  meetingsHere(): MeetingId[];
}

/** Resolves when the others are heard, to what stops it. */
export async function followOtherProcesses(parts: OtherProcessesParts): Promise<() => void> {
  const { cluster, db, live, presence, log, meetingsHere } = parts;

  /** Whatever is new in the log reaches our sockets as memory comes to know of it. */
  async function catchUp(seqs: ReadonlyMap<MeetingId, number>): Promise<void> {
    const behind = [...seqs].filter(([id, seq]) => (live.current(id)?.seq ?? -1) !== seq);
    for (const [meetingId] of behind) await live.fresh(db, meetingId);
  }
  const look = async () => {
    presence.forgetSilent();
    const here = meetingsHere();
    if (here.length > 0) await catchUp(await readSeqs(db, here));
  };
  const told = (work: Promise<void>) =>
    work.catch((error: unknown) => log.warn({ err: error }, "other processes could not be followed"));

  await cluster.listen({
    heard(message, from) {
      if (message.kind === "whoIsHere") return presence.tellOthers();
      if (message.kind === "here") return presence.heard(message.meetingId, from, message.here);
      const { meetingId, seq } = message;
      if ((live.current(meetingId)?.seq ?? seq) >= seq) return;
      if (presence.isAnybodyIn(meetingId)) void told(catchUp(new Map([[meetingId, seq]])));
    },
    listening() {
      cluster.tell({ kind: "whoIsHere" });
      presence.tellOthers();
      void told(look());
    },
  });
  return lookEvery({ everyMs: LOOK_EVERY_MS, log, failure: "other processes could not be followed" }, look);
}
