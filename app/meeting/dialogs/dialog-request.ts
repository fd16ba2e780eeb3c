// What the meeting screen may ask a member in a dialog. Types only: naming a dialog does not load it.
import type { Anchor } from "../../../domain/anchor";
import type { ApplicantId } from "../../../domain/ids";
import type { AskedNeed } from "../../../domain/move-need";
import type { Objection } from "../../../domain/room";

export type DialogRequest =
  | {
      kind: "moveReason";
      /** One, or a selection that moves together. */
      applicantIds: readonly ApplicantId[];
      to: Anchor;
      /** What the move lacks (ZONE-1, ZONE-2, ZONE-4). */
      need: AskedNeed;
      /** Says what became of a selection. */
      onMoved?: () => void;
    }
  | { kind: "endorse"; applicantId: ApplicantId }
  /** `from`: an objection whose words it begins with. */
  | { kind: "flag"; applicantId: ApplicantId; from?: Pick<Objection, "memberId" | "category" | "sentence"> }
  | { kind: "recuse"; applicantId: ApplicantId }
  | { kind: "withdraw"; applicantId: ApplicantId }
  /** `callId`: late, in a call of before; else in the one that is open, or the last. */
  | { kind: "object"; callId?: string }
  | { kind: "lock" }
  | { kind: "unlock" }
  | { kind: "settings" }
  | { kind: "invite" }
  | { kind: "commands" }
  | { kind: "help" };
