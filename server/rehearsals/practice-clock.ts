// Lets the practice members of rehearsals act (REHEARSE-3, REHEARSE-4): by the same dispatch as everybody, a turn at a time, and only
// where somebody is there to see it. A turn is taken in the database before it is played, so of several processes one plays it.
// Also looks after what must hold in a rehearsal whoever is there: recusals declared since, and ends that were cut short.
import { randomUUID } from "node:crypto";
import {
  anyRehearsal,
  type DueTurn,
  listDueTurns,
  listHalfClosed,
  listMissedRecusals,
  takeTurn,
} from "../../db/rehearsals";
import type { MeetingId } from "../../domain/ids";
import { practicePause, practiceStep } from "../../domain/practice";
import type { Logger } from "../log";
import { lookEvery } from "../look-every";
import type { FollowParts } from "../programs/follow";
import { endRehearsal } from "./end-rehearsal";

const LOOK_EVERY_MS = 500;

export interface PracticeParts extends FollowParts {
  log: Logger;
  /** Has anybody a socket in it, on this process? */
  isAnybodyIn(meetingId: MeetingId): boolean;
  /** The pauses between turns are this many times as long. */
  pace?: number;
}

/** Returns what stops it. */
export function watchRehearsals(parts: PracticeParts): () => void {
  const { db, clock, log, dispatch, pace = 1 } = parts;
  let isStopped = false;

  async function look(): Promise<void> {
    for (const { meetingId, memberId, applicantId } of await listMissedRecusals(db)) {
      const command = { type: "declareRecusal", applicantId } as const;
      await dispatch({ meetingId, commandId: randomUUID(), command, actor: { kind: "member", memberId } });
    }
    for (const meetingId of await listHalfClosed(db)) await endRehearsal(parts, meetingId);
    for (const due of await listDueTurns(db, clock())) if (!isStopped) await play(due);
  }

  async function play(due: DueTurn): Promise<void> {
    const { meetingId, seed, turn } = due;
    if (!parts.isAnybodyIn(meetingId)) return;
    const state = await parts.live.fresh(db, meetingId);
    const step = state && practiceStep(state, seed, turn);
    if (!state || !step) return;
    const nextAt = new Date(clock().getTime() + pace * practicePause(state, seed, turn + 1));
    if (!(await takeTurn(db, due, nextAt))) return;
    const actor = { kind: "member", memberId: step.by } as const;
    // Refused where somebody was faster: then the turn is over, as it would be for a person.
    await dispatch({ meetingId, commandId: randomUUID(), command: step.command, actor });
  }

  const stop = lookEvery({ everyMs: LOOK_EVERY_MS, log, failure: "rehearsals could not be looked at" }, async () => {
    // Most of the time there is none, and then one question is enough.
    if (await anyRehearsal(db)) await look();
  });
  return () => {
    isStopped = true;
    stop();
  };
}
