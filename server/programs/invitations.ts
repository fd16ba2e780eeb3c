// Invitations: a link by which somebody on a roster comes in for the first time. Once, for 14 days, and only the newest
// (ROSTER-4). It signs in whoever has never been here; whoever has signs in by themselves and then accepts, so that nobody gets
// into another's account by a link that was handed to them.
import type { Kysely } from "kysely";
import { appendAudit } from "../../db/audit-trail";
import { findInvitation, insertInvitation, takeInvitation, voidInvitation } from "../../db/invitations";
import { findPerson } from "../../db/people";
import { findProgram, lockProgram } from "../../db/programs";
import { findMembership, markInvited, markJoined } from "../../db/roster";
import type { Database } from "../../db/schema";
import type { MemberId, ProgramId } from "../../domain/ids";
import { roleWords } from "../../domain/member";
import { mayTakeInvitation, type Standing } from "../../domain/policy";
import { createToken, hashToken } from "../auth/token";
import type { Clock } from "../clock";
import type { ArrivalRefusal, Invitation, ProgramAnswer } from "../load-context";
import type { Logger } from "../log";
import { mailFailureWords, type SendMail } from "../mail";
import { refuse } from "./access";

export const invitationLifetime = 14 * 24 * 60 * 60 * 1000;

export interface InvitationParts {
  db: Kysely<Database>;
  clock: Clock;
  log: Logger;
  sendMail: SendMail;
  /** The address people open, known only once the server listens. */
  origin: () => string;
}

export interface InviteRequest {
  programId: ProgramId;
  by: MemberId;
  standing: Standing;
  memberId: MemberId;
  how: "mail" | "link";
  /** Only if nobody has invited them yet; else nothing is done. */
  isFirst?: boolean;
}

export type Invite = (
  request: InviteRequest,
) => Promise<ProgramAnswer<{ url: string | null /** Not done: see `isFirst`. */; wasInvited?: true }>>;

export interface InvitationUser {
  /** Whoever the browser is signed in as. */
  signedIn: MemberId | undefined;
  /** Of the browser's name; null where it has none. */
  browserHash: string | null;
  /** For somebody who is not signed in: begins their session, in the transaction that uses the link up. */
  begin(trx: Kysely<Database>, personId: MemberId): Promise<string | null>;
}

export interface InvitationUse {
  ok: true;
  personId: MemberId;
  /** Of the session that it began. */
  setCookie: string | null;
  /** It was used before, by this browser or by whoever is signed in. */
  isAgain: boolean;
}

export interface Invitations {
  invite: Invite;
  /** `null`: it was used by whoever is signed in here, who is in. */
  look(
    token: string,
    signedIn: MemberId | undefined,
  ): Promise<{ ok: true; invitation: Invitation | null } | { ok: false; code: ArrivalRefusal }>;
  accept(token: string, by: InvitationUser): Promise<InvitationUse | { ok: false; code: ArrivalRefusal }>;
}

export function createInvitations({ db, clock, log, sendMail, origin }: InvitationParts): Invitations {
  async function find(token: string) {
    const row = await findInvitation(db, hashToken(token));
    if (!row) return { ok: false, code: "invitationUnknown" } as const;
    if (row.usedAt) return { ok: false, code: "invitationUsed", row } as const;
    if (row.voidedAt) return { ok: false, code: "invitationVoid" } as const;
    if (row.expiresAt <= clock()) return { ok: false, code: "invitationExpired" } as const;
    return { ok: true, row } as const;
  }

  const invitations: Invitations = {
    async invite({ programId, by, standing, memberId, how, isFirst = false }) {
      const [program, membership, person] = await Promise.all([
        findProgram(db, programId),
        findMembership(db, programId, memberId),
        findPerson(db, memberId),
      ]);
      if (!program || !membership || !person || membership.state === "removed") {
        return refuse(409, "That person is not on this roster any more. Reload the page.");
      }
      if (membership.joinedAt) return refuse(409, "They have joined already, and sign in by themselves.");
      if (how === "link" && !mayTakeInvitation(standing, membership.role)) {
        return refuse(403, `The link of the ${roleWords[membership.role]} can be mailed to them, not handed to you.`);
      }
      const token = createToken();
      const now = clock();
      const expiresAt = new Date(now.getTime() + invitationLifetime);
      const url = `${origin()}/invitations/${token}`;
      const entry = { programId, actorId: by, action: "personInvited", subject: { personId: memberId } } as const;
      const isMade = await db.transaction().execute(async (trx) => {
        // Of two who invite everybody at once, one is first.
        await lockProgram(trx, programId);
        if (isFirst && (await findMembership(trx, programId, memberId))?.invitedAt) return false;
        const invitation = {
          tokenHash: hashToken(token),
          programId,
          personId: memberId,
          createdBy: by,
          now,
          expiresAt,
        };
        await insertInvitation(trx, invitation);
        await markInvited(trx, programId, memberId, now);
        await appendAudit(trx, [{ ...entry, detail: { how }, outcome: "done", at: now }]);
        return true;
      });
      if (!isMade) return { ok: true, url: null, wasInvited: true };
      if (how === "link") return { ok: true, url };
      try {
        await sendMail({
          personId: memberId,
          email: person.email,
          what: "invitation",
          url,
          ...mailOf(program.name, url),
        });
      } catch (error) {
        log.error({ personId: memberId, err: error }, "an invitation could not be mailed");
        // Nobody has that link, so they are as they were.
        await db.transaction().execute(async (trx) => {
          if (!(await voidInvitation(trx, hashToken(token), clock()))) return;
          await markInvited(trx, programId, memberId, membership.invitedAt);
          await appendAudit(trx, [{ ...entry, detail: { how }, outcome: "refused", at: clock() }]);
        });
        return refuse(409, `The mail could not be sent: ${mailFailureWords(error)}.`);
      }
      return { ok: true, url: null };
    },

    async look(token, signedIn) {
      const found = await find(token);
      if (!found.ok) {
        const isInside = found.code === "invitationUsed" && found.row.personId === signedIn;
        return isInside ? { ok: true, invitation: null } : { ok: false, code: found.code };
      }
      const { programName, personName, role, isKnown } = found.row;
      return { ok: true, invitation: { programName, personName, role, asksForSignIn: isKnown } };
    },

    async accept(token, { signedIn, browserHash, begin }) {
      const found = await find(token);
      if (!found.ok) {
        if (found.code !== "invitationUsed") return { ok: false, code: found.code };
        const { personId, usedBy } = found.row;
        const isTheirs = signedIn === undefined ? usedBy !== null && usedBy === browserHash : signedIn === personId;
        return isTheirs ? { ok: true, personId, setCookie: null, isAgain: true } : { ok: false, code: found.code };
      }
      const { personId, isKnown } = found.row;
      // A browser that is signed in as somebody else must not use up what is not theirs.
      if (signedIn !== undefined && signedIn !== personId) return { ok: false, code: "otherPerson" };
      if (isKnown && signedIn === undefined) return { ok: false, code: "otherPerson" };
      const now = clock();
      const taken = await db.transaction().execute(async (trx) => {
        if (!(await takeInvitation(trx, hashToken(token), { now, usedBy: browserHash }))) return undefined;
        await markJoined(trx, personId, now);
        return { setCookie: signedIn === undefined ? await begin(trx, personId) : null };
      });
      // Another press was faster.
      if (!taken) return invitations.accept(token, { signedIn, browserHash, begin });
      return { ok: true, personId, isAgain: false, ...taken };
    },
  };
  return invitations;
}

const mailOf = (programName: string, url: string) => ({
  subject: `You are invited to the rank meeting of ${programName}`,
  text: `You are on the roster of ${programName} in Rank Room.\n\nOpen this link to join:\n\n${url}\n\nIt works once, for 14 days. If you did not expect it, ignore this mail.\n`,
});
