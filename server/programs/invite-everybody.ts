// Everybody on a roster whom nobody has invited yet, by mail, a few at a time. Pressed twice, or by two people, each is mailed
// once; whose mail does not leave is not invited, and is there for the next press.
import type { Kysely } from "kysely";
import { listUninvited } from "../../db/roster";
import type { Database } from "../../db/schema";
import type { EverybodyInvited } from "../load-context";
import type { Invite, InviteRequest } from "./invitations";

const AT_ONCE = 5;

export async function inviteEverybody(
  { db, invite }: { db: Kysely<Database>; invite: Invite },
  request: Pick<InviteRequest, "programId" | "by" | "standing">,
): Promise<EverybodyInvited> {
  const waiting = await listUninvited(db, request.programId);
  const told: EverybodyInvited = { sent: 0, failed: [] };
  while (waiting.length > 0) {
    const some = waiting.splice(0, AT_ONCE);
    const answers = await Promise.all(
      some.map(({ id: memberId }) => invite({ ...request, memberId, how: "mail", isFirst: true })),
    );
    for (const [at, answer] of answers.entries()) {
      if (!answer.ok) told.failed.push({ name: some[at]?.name ?? "", reason: answer.message });
      else if (!answer.wasInvited) told.sent += 1;
    }
    if (answers.length === AT_ONCE && answers.every(({ ok }) => !ok)) break;
  }
  // A mail server that is away would be waited for by each of them.
  const reason = "Not tried, because no mail was leaving.";
  told.failed.push(...waiting.map(({ name }) => ({ name, reason })));
  return told;
}
