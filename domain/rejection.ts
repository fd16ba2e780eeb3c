// Rejections: the closed union of refusals, and the one place where each becomes a sentence. A refusal is a value, never an
// exception, and says nothing of what the asker may not see: a withheld applicant is `applicantUnknown` (SEE-1).
// It carries no rank: ranks differ per viewer, so the sentence reads them off the viewer's own state (RECUSE-3).
import type { Anchor } from "./anchor";
import { type LockProblem, lockProblemSentence } from "./lock-problem";
import type { MeetingState } from "./meeting";
import { type Role, roleWords } from "./member";
import { moveTo, placeOf, rankOf } from "./rank-list";

/** What a move lacks (`move-need.ts`). */
export type MoveNeed =
  | "redNeedsReason"
  | "redNeedsWitness"
  | "protectedNeedsReason"
  | "protectedNeedsVerifiedFlag"
  | "protectedNeedsEndorsement"
  | "fallNeedsReason";

export type Rejection =
  | { code: "notAllowed"; role: Role; action: string }
  | { code: "notAMember" }
  | { code: "applicantUnknown" }
  | { code: "applicantWithdrawn"; applicantId: string }
  | { code: "memberUnknown" }
  | { code: "markUnknown" }
  | { code: "markStruck" }
  | { code: "notYourMark" }
  | { code: "listLocked" }
  | { code: "listNotLocked" }
  | { code: "meetingPurged" }
  | { code: "anchorGone"; applicantId: string }
  /** `applicantId`: of a selection the first of whom it holds. */
  | { code: MoveNeed; applicantId: string }
  | { code: "championLimitReached"; limit: number }
  | { code: "championNeedsEvidence" }
  | { code: "alreadyEndorsed" }
  | { code: "flagAlreadyDecided"; status: "verified" | "dismissed" }
  | { code: "notRecused" }
  | { code: "alreadyWithdrawn" }
  | { code: "notWithdrawn" }
  | { code: "nothingToUndo" }
  | { code: "nothingToRedo" }
  | { code: "proposeOneByOne" }
  | { code: "fileChangedSince" }
  /** `back`: where the undo would have put them, for an offer to move them there. */
  | { code: "touchedSince"; applicantId: string; back?: Anchor }
  | { code: "lockBlocked"; problems: LockProblem[] }
  | { code: "lockNeedsReason"; problems: LockProblem[] }
  | { code: "commandIdTaken" }
  | { code: "nothingToImport" }
  | { code: "lastDirector" }
  | { code: "notInDraft"; action: string }
  | { code: "notInRehearsal"; action: string }
  | { code: "notOnAgenda" }
  | { code: "callOpen" }
  | { code: "callOver" }
  | { code: "nobodyInRange" }
  | { code: "roundOpen" }
  | { code: "roundOver" }
  | { code: "ballotGiven" }
  | { code: "tooFewBallots"; least: number }
  | { code: "proposalGone" }
  | { code: "cannotHost" }
  | { code: "hostNeedsSignIn" }
  | { code: "onlyInDraft"; action: string }
  /** `withheld`: of those who are not placed, how many the asker is recused from. They are not in `unplaced`. */
  | { code: "draftNotReady"; unplaced: number; withheld: number }
  | { code: "draftFrozen" }
  | { code: "meetingNotEmpty" };
export type RejectionCode = Rejection["code"];

const name = (state: MeetingState, id: string): string => state.applicants[id]?.name ?? "That applicant";

function whereNow(state: MeetingState, id: string): string {
  const rank = rankOf(state.order, id);
  if (rank !== undefined) return `is at rank ${rank}`;
  return placeOf(state.order, id) === "red" ? "is not ranked" : "is off the list";
}

/** The rank an applicant would have at an anchor, in the numbers of this state's viewer. */
export function rankAt(state: MeetingState, id: string, anchor: Anchor | undefined): number | undefined {
  const order = anchor && moveTo(state.order, id, anchor);
  return order && rankOf(order, id);
}

/** The sentence a person reads. `state` is what that person may see, so names in it are theirs to read. */
export function sentenceOf(rejection: Rejection, state: MeetingState): string {
  switch (rejection.code) {
    case "notAllowed":
      return `${rejection.action} is not part of the ${roleWords[rejection.role]} role in this meeting.`;
    case "notAMember":
      return "You are not on this meeting's roster.";
    case "applicantUnknown":
      return "There is no such applicant on your list.";
    case "applicantWithdrawn":
      return `${name(state, rejection.applicantId)} has withdrawn and is off the list.`;
    case "memberUnknown":
      return "There is no such member on this meeting's roster.";
    case "markUnknown":
      return "That mark is not there any more, or not yours to see.";
    case "markStruck":
      return "That mark is struck already; it stays in the trail as it is.";
    case "notYourMark":
      return "Only its author, or a host, can strike a mark.";
    case "listLocked":
      return "The list is locked. The program director can unlock it with a reason.";
    case "listNotLocked":
      return "The list is not locked.";
    case "meetingPurged":
      return "This meeting's data was purged after its retention time. Nothing in it can be changed.";
    case "anchorGone":
      return `The list changed where you were pointing. ${name(state, rejection.applicantId)} ${whereNow(state, rejection.applicantId)} now.`;
    case "redNeedsReason":
      return "Not ranking somebody needs a category, how you know, and a sentence that says why.";
    case "redNeedsWitness":
      return "What you were only told is not enough to leave somebody unranked. A host can do it, or verify a flag first.";
    case "protectedNeedsReason":
      return "Moving somebody down out of protected needs a reason in a sentence.";
    case "protectedNeedsVerifiedFlag":
      return "Protected places are stable: moving down out of protected needs a verified flag, or a host's reason.";
    case "protectedNeedsEndorsement":
      return "Into protected goes whom somebody endorses. Endorse them first, or ask a host.";
    case "fallNeedsReason":
      return "In protected, a fall below the quota or of more than ten places needs a reason in a sentence.";
    case "championLimitReached":
      return `You have given all ${rejection.limit} of your champions. Strike one to give another.`;
    case "championNeedsEvidence":
      return "A champion says in a sentence what they saw.";
    case "alreadyEndorsed":
      return "You have endorsed this applicant already. Strike that endorsement to change it.";
    case "flagAlreadyDecided":
      return `That flag is ${rejection.status} already.`;
    case "notRecused":
      return "That member is not recused from that applicant.";
    case "alreadyWithdrawn":
      return "That applicant has withdrawn already.";
    case "notWithdrawn":
      return "That applicant has not withdrawn.";
    case "nothingToUndo":
      return "You have no move to take back.";
    case "nothingToRedo":
      return "You have taken back no move that could be made again.";
    case "proposeOneByOne":
      return "The hosts have turned direct moves off. Propose one applicant at a time.";
    case "fileChangedSince":
      return "Somebody changed this part of the file since the page was shown. Reload the page and look again.";
    case "touchedSince": {
      const rank = rankAt(state, rejection.applicantId, rejection.back);
      const offer = rank === undefined ? "" : ` You can still move them back to ${rank}.`;
      return `${name(state, rejection.applicantId)} was moved by somebody else since.${offer}`;
    }
    case "lockBlocked":
      return `The list cannot be locked yet. ${rejection.problems.map(lockProblemSentence).join(" ")}`;
    case "lockNeedsReason":
      return `Locking with open points needs a reason. ${rejection.problems.map(lockProblemSentence).join(" ")}`;
    case "commandIdTaken":
      return "That request's id was used before for something else. Please try again.";
    case "nothingToImport":
      return "There is no meeting for these files yet, and they hold no applicants.";
    case "lastDirector":
      return "A program needs a program director: name another one first.";
    case "notOnAgenda":
      return "That applicant is not on your agenda any more.";
    case "callOpen":
      return "A call for objections is open already. Close it before you ask again.";
    case "callOver":
      return "That call for objections is over. You can still flag the applicant.";
    case "nobodyInRange":
      return "There is nobody on your list to ask about.";
    case "roundOpen":
      return "A silent round is open already. Reveal or discard it first.";
    case "roundOver":
      return "That round is over.";
    case "ballotGiven":
      return "You have given your ballot about this applicant. It cannot be changed.";
    case "tooFewBallots":
      return `An anonymous round is shown from ${rejection.least} ballots on, so that nobody can be told apart. Wait for more, or discard it.`;
    case "proposalGone":
      return "That proposal is settled already.";
    case "cannotHost":
      return "The host's part can be handed to a chief resident. An associate PD has it already.";
    case "hostNeedsSignIn":
      return "You came in by the passcode. To host, sign in with your own account.";
    case "notInDraft":
      return `${rejection.action} is for the meeting. This is the draft of the preliminary list: freeze it to open the meeting.`;
    case "notInRehearsal":
      return `${rejection.action} is for the meeting itself. This is a rehearsal, and keeps what it was copied with.`;
    case "onlyInDraft":
      return `${rejection.action} is part of making the preliminary list, before the meeting.`;
    case "draftNotReady":
      return notReadySentence(rejection);
    case "draftFrozen":
      return "The preliminary list is frozen, and the meeting goes on from it. Nothing here can be changed any more.";
    case "meetingNotEmpty":
      return "The season's meeting has applicants of its own already, so this list cannot open it.";
  }
}

/** Of those withheld from the asker a count, and nothing else (RECUSE-4). */
function notReadySentence({ unplaced, withheld }: Extract<Rejection, { code: "draftNotReady" }>): string {
  if (unplaced + withheld === 0) return "Nobody is ranked yet, so there is no list to freeze.";
  const own = unplaced === 1 ? "1 applicant is" : `${unplaced} applicants are`;
  const others = withheld === 1 ? "1 applicant you are" : `${withheld} applicants you are`;
  const sentences = [
    unplaced > 0 && `${own} not placed yet. Rank them, or put them into Not ranked.`,
    withheld > 0 &&
      `${others} recused from ${withheld === 1 ? "is" : "are"} not placed yet: somebody else who prepares the list has to place them.`,
  ];
  return sentences.filter(Boolean).join(" ");
}
