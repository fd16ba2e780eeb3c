// What signing in, failing to, and signing out put into the audit trail (AUDIT-1). Who got in is on record before they are told
// so. What is on record of an address that nobody has is written after the answer: the answer comes alike, and as fast.
import type { AuditDetail } from "../../domain/audit";
import type { MemberId } from "../../domain/ids";
import type { AuditRecord, AuditTrail } from "../audit-trail";
import type { Logger } from "../log";

export interface SignInAudit {
  entered(personId: MemberId, way: string): Promise<void>;
  /** `personId` where it is known whose way in was tried. */
  refused(way: string, reason: string, personId?: MemberId): Promise<void>;
  /** Part of what follows the answer. Without a reason the link goes out; without a person the address is nobody's. */
  linkAsked(personId: MemberId | undefined, reason?: string): Promise<void>;
  /** Never fails: signing out has to work whatever else does not. */
  left(personId: MemberId): Promise<void>;
}

export interface SignInAuditParts {
  trail: AuditTrail;
  log: Logger;
  /** The address that the request came from; the only trace of whoever nobody knows. */
  network: string | undefined;
}

export function createSignInAudit({ trail, log, network }: SignInAuditParts): SignInAudit {
  const from: AuditDetail = network === undefined ? {} : { network };
  /** Whoever only tries is not known to be the person: the entry is about them and not by them. */
  const about = (personId: MemberId | undefined, entry: Pick<AuditRecord, "action" | "detail" | "outcome">) => {
    if (personId === undefined) return trail.record({ ...entry, actorId: null, programId: null, subject: {} });
    return trail.recordOfPerson(personId, { ...entry, actorId: null, subject: { personId } });
  };

  return {
    entered: (personId, way) =>
      trail.recordOfPerson(personId, {
        actorId: personId,
        action: "signIn",
        subject: {},
        detail: { way, ...from },
        outcome: "done",
      }),

    refused: (way, reason, personId) =>
      about(personId, { action: "signIn", detail: { way, reason, ...from }, outcome: "refused" }),

    linkAsked: (personId, reason) =>
      about(personId, {
        action: "signInLinkAsked",
        detail: { ...(reason !== undefined && { reason }), ...from },
        outcome: reason === undefined ? "done" : "refused",
      }),

    left: (personId) =>
      trail
        .recordOfPerson(personId, { actorId: personId, action: "signOut", subject: {}, detail: {}, outcome: "done" })
        .catch((error: unknown) => log.error({ personId, err: error }, "a sign-out could not be put on record")),
  };
}
