// Ends calls for objections when their time is over (CALL-3), whichever process opened them and whatever died since: what is open,
// and until when, is in the database. Two processes may both see that a call is over; the second is told so by `decide`.
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { listDueCalls } from "../db/room";
import type { Database } from "../db/schema";
import type { MeetingId, MemberId } from "../domain/ids";
import type { Clock } from "./clock";
import type { Dispatcher } from "./dispatch";
import type { Logger } from "./log";
import { lookEvery } from "./look-every";

const LOOK_EVERY_MS = 500;

export interface RoomClockParts {
  db: Kysely<Database>;
  clock: Clock;
  log: Logger;
  dispatch: Dispatcher["dispatch"];
  whoIsHere: (meetingId: MeetingId) => Promise<MemberId[]>;
}

/** Returns what stops it. */
export function watchCalls({ db, clock, log, dispatch, whoIsHere }: RoomClockParts): () => void {
  return lookEvery({ everyMs: LOOK_EVERY_MS, log, failure: "open calls could not be looked at" }, async () => {
    for (const { meetingId, callId } of await listDueCalls(db, clock())) {
      const here = await whoIsHere(meetingId).catch(() => undefined);
      const command = { type: "closeObjectionCall", callId, here } as const;
      await dispatch({ meetingId, commandId: randomUUID(), command, actor: { kind: "system" } });
    }
  });
}
