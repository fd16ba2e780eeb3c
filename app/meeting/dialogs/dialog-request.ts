// What the meeting screen may ask a member in a dialog. Types only: naming a dialog does not load it.
import type { Anchor } from "../../../domain/anchor";
import type { ApplicantId } from "../../../domain/ids";

export type DialogRequest =
  | {
      kind: "moveReason";
      /** One, or a selection that moves together. */
      applicantIds: readonly ApplicantId[];
      to: Anchor;
      /** What the move lacks (ZONE-1, ZONE-2). */
      need: "redNeedsReason" | "protectedNeedsReason";
      /** Says what became of a selection. */
      onMoved?: () => void;
    }
  | { kind: "endorse"; applicantId: ApplicantId }
  | { kind: "flag"; applicantId: ApplicantId }
  | { kind: "recuse"; applicantId: ApplicantId }
  | { kind: "withdraw"; applicantId: ApplicantId }
  | { kind: "object" }
  | { kind: "lock" }
  | { kind: "unlock" }
  | { kind: "settings" }
  | { kind: "invite" }
  | { kind: "commands" }
  | { kind: "help" };
