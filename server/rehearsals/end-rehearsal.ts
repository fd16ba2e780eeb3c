// Takes everybody out of a rehearsal that was thrown away: by the command that every change of a roster comes by (REHEARSE-5).
import { randomUUID } from "node:crypto";
import { findProgramOf } from "../../db/programs";
import type { MeetingId, MemberId } from "../../domain/ids";
import { type FollowParts, programSays } from "../programs/follow";

export async function endRehearsal(parts: FollowParts, meetingId: MeetingId, by?: MemberId): Promise<void> {
  const programId = await findProgramOf(parts.db, meetingId);
  const command = programId === undefined ? undefined : await programSays(parts, programId, meetingId);
  if (!command) return;
  // Refused, it is tried again by the practice clock.
  const actor = { kind: "system", ...(by && { by }) } as const;
  await parts.dispatch({ meetingId, commandId: randomUUID(), command, actor });
}
