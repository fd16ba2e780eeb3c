// Decisions about marks (MARK-1 … MARK-6): signed, limited, struck with a reason and never deleted.
import type { MemberCommand } from "./commands";
import { accept, type Decision, reject } from "./decision";
import type { CommandId } from "./ids";
import { championsGiven, endorsementsOf, isRecused, type MeetingState } from "./meeting";
import { isHost } from "./member";
import type { Rejection } from "./rejection";

type Of<Type extends MemberCommand["type"]> = Extract<MemberCommand, { type: Type }>;

/** A mark can only be put on somebody who is on the list. */
function presence(state: MeetingState, applicantId: string): Rejection | undefined {
  const applicant = state.applicants[applicantId];
  if (!applicant) return { code: "applicantUnknown" };
  return applicant.withdrawn ? { code: "applicantWithdrawn", applicantId } : undefined;
}

export function decideEndorsement(
  state: MeetingState,
  command: Of<"endorseApplicant">,
  by: string,
  markId: CommandId,
): Decision {
  const { applicantId, strength, relationship, evidence } = command;
  const absent = presence(state, applicantId);
  if (absent) return reject(absent);
  if (endorsementsOf(state, applicantId).some((mark) => mark.by === by)) return reject({ code: "alreadyEndorsed" });
  if (strength === "champion" && !evidence) return reject({ code: "championNeedsEvidence" });
  if (strength === "champion" && championsGiven(state, by) >= state.championLimit) {
    return reject({ code: "championLimitReached", limit: state.championLimit });
  }
  const details = { ...(relationship && { relationship }), ...(evidence && { evidence }) };
  return accept({ type: "applicantEndorsed", markId, applicantId, strength, ...details });
}

export function decideFlag(state: MeetingState, command: Of<"raiseFlag">, markId: CommandId): Decision {
  const { applicantId, category, provenance, sentence } = command;
  const absent = presence(state, applicantId);
  if (absent) return reject(absent);
  return accept({ type: "flagRaised", markId, applicantId, category, provenance, sentence });
}

/** Its author or a host may strike a mark; of a withheld applicant it does not exist (SEE-1). */
export function decideStrike(
  state: MeetingState,
  command: Of<"strikeEndorsement" | "strikeFlag">,
  by: string,
): Decision {
  const { markId, reason } = command;
  const isFlag = command.type === "strikeFlag";
  const mark = isFlag ? state.flags[markId] : state.endorsements[markId];
  if (!mark || isRecused(state, by, mark.applicantId)) return reject({ code: "markUnknown" });
  if (mark.struck) return reject({ code: "markStruck" });
  if (mark.by !== by && !isHost(state.members[by]?.role ?? "observer")) return reject({ code: "notYourMark" });
  const { applicantId } = mark;
  return accept({ type: isFlag ? "flagStruck" : "endorsementStruck", markId, applicantId, reason });
}

/** MARK-5: verified or dismissed once, with a reason. */
export function decideVerdict(state: MeetingState, command: Of<"verifyFlag" | "dismissFlag">, by: string): Decision {
  const { markId, reason } = command;
  const flag = state.flags[markId];
  if (!flag || isRecused(state, by, flag.applicantId)) return reject({ code: "markUnknown" });
  if (flag.struck) return reject({ code: "markStruck" });
  const status = command.type === "verifyFlag" ? "verified" : "dismissed";
  if (flag.status !== "open") return reject({ code: "flagAlreadyDecided", status: flag.status });
  const type = status === "verified" ? "flagVerified" : "flagDismissed";
  return accept({ type, markId, applicantId: flag.applicantId, reason });
}
