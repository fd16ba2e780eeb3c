// What signing in, failing to, and signing out put into the audit trail (AUDIT-1). Who got in is on record before they are told
// so. What is on record of an address that nobody has is written after the answer: the answer comes alike, and as fast.
import type { AuditDetail, SignInReason, SignInWay } from "../../domain/audit";
import type { MeetingId, MemberId, ProgramId } from "../../domain/ids";
import type { AuditRecord, AuditTrail } from "../audit-trail";
import { networkOf } from "../client-address";
import type { Logger } from "../log";
import type { Tries } from "./tries";

export interface SignInAudit {
  entered(personId: MemberId, way: SignInWay): Promise<void>;
  refused(way: SignInWay, reason: SignInReason, about?: Attempt): Promise<void>;
  /** Part of what follows the answer. Without a reason the link goes out; without a person the address is nobody's. */
  linkAsked(personId: MemberId | undefined, reason?: SignInReason): Promise<void>;
  /** Never fails: signing out has to work whatever else does not. */
  left(personId: MemberId): Promise<void>;
}

/** As far as it is known: whose way in was tried, or at which meeting's door. */
export interface Attempt {
  personId?: MemberId;
  door?: { meetingId: MeetingId; programId: ProgramId | null };
}

export interface SignInAuditParts {
  trail: AuditTrail;
  tries: Tries;
  log: Logger;
  /** The address that the request came from; the only trace of whoever nobody knows. */
  network: string;
}

export function createSignInAudit({ trail, tries, log, network }: SignInAuditParts): SignInAudit {
  /** Whoever only tries is not known to be the person: the entry is about them and not by them. */
  async function tried(
    entry: Pick<AuditRecord, "action" | "outcome"> & { detail: AuditDetail },
    { personId, door }: Attempt,
  ): Promise<void> {
    const count = tries.count([entry.action, networkOf(network), ...Object.values(entry.detail)].join(" "));
    if (count === undefined) return;
    const detail = { ...entry.detail, network, ...(count > 1 && { tries: count }) };
    const whole = { ...entry, actorId: null, detail };
    if (personId !== undefined) return trail.recordOfPerson(personId, { ...whole, subject: { personId } });
    const subject = door ? { meetingId: door.meetingId } : {};
    await trail.record({ ...whole, programId: null, subject });
    if (door?.programId) await trail.record({ ...whole, programId: door.programId, subject });
  }

  return {
    entered: (personId, way) =>
      trail.recordOfPerson(personId, {
        actorId: personId,
        action: "signIn",
        subject: {},
        detail: { way, network },
        outcome: "done",
      }),

    refused: (way, reason, about = {}) =>
      tried({ action: "signIn", detail: { way, reason }, outcome: "refused" }, about),

    linkAsked: (personId, reason) =>
      tried(
        {
          action: "signInLinkAsked",
          detail: reason === undefined ? {} : { reason },
          outcome: reason === undefined ? "done" : "refused",
        },
        { ...(personId !== undefined && { personId }) },
      ),

    left: (personId) =>
      trail
        .recordOfPerson(personId, { actorId: personId, action: "signOut", subject: {}, detail: {}, outcome: "done" })
        .catch((error: unknown) => log.error({ personId, err: error }, "a sign-out could not be put on record")),
  };
}
