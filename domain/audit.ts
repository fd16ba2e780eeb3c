// The audit trail's words: what may be recorded, of which kind it is, and the sentence a person reads (AUDIT-1). An entry
// holds ids; names are looked up when it is shown, as far as its reader may see them.
import { counted } from "./count-words";
import type { ApplicantId, MeetingId } from "./ids";
import { type ImportKind, importKindWords } from "./import-kinds";
import { type Role, roleWords } from "./member";

export const auditKinds = ["signIn", "roster", "reading", "export", "season", "list", "retention", "audit"] as const;
export type AuditKind = (typeof auditKinds)[number];

export const auditKindWords: Record<AuditKind, string> = {
  signIn: "Sign-in",
  roster: "People and roles",
  reading: "Reading",
  export: "Files taken away",
  season: "Before the meeting",
  list: "Freezes and locks",
  retention: "Retention and purges",
  audit: "The trail itself",
};

/** Everything that is recorded, and its kind. A new action is a line here and a sentence below. */
export const auditActions = {
  signIn: "signIn",
  signOut: "signIn",
  signInLinkAsked: "signIn",
  ssoRequiredChanged: "signIn",
  roleChanged: "roster",
  voiceWeighed: "roster",
  personInvited: "roster",
  administratorAdded: "roster",
  administratorRemoved: "roster",
  meetingRead: "reading",
  applicantRead: "reading",
  notesRead: "reading",
  rankListExported: "export",
  programExported: "export",
  rubricChanged: "season",
  rubricRated: "season",
  floorExceptionMade: "season",
  floorExceptionStruck: "season",
  rehearsalStarted: "list",
  rehearsalThrownAway: "list",
  listFrozen: "list",
  listLocked: "list",
  listUnlocked: "list",
  noteStruck: "season",
  reminderSent: "season",
  retentionChanged: "retention",
  holdPlaced: "retention",
  holdLifted: "retention",
  meetingPurged: "retention",
  auditExported: "audit",
  applicantFileChanged: "season",
  contactLogged: "season",
  contactStruck: "season",
  funnelChanged: "season",
  classOutcomesChanged: "season",
  filesImported: "season",
  importTakenBack: "season",
  photosShown: "season",
  timeZoneChanged: "season",
  equityFactsSwitched: "season",
  equityFactsKept: "season",
  equityCheckRead: "reading",
} as const satisfies Record<string, AuditKind>;
export type AuditAction = keyof typeof auditActions;

/** What an administrator reads of a program: who came and who belongs to it, and nothing of its applicants (AUDIT-4). */
export const administratorKinds: readonly AuditKind[] = ["signIn", "roster"];

export const auditOutcomes = ["done", "refused"] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/** Ids of what the action was about. */
export interface AuditSubject {
  personId?: string;
  programId?: string;
  meetingId?: MeetingId;
  applicantId?: ApplicantId;
}

/** Small facts beside the subject: codes, counts, numbers. Never a name, an address or a sentence that somebody typed. */
export type AuditDetail = Readonly<Record<string, string | number | boolean>>;

/** An entry as its reader may see it: names instead of ids, where there is one to tell. */
export interface AuditLine {
  seq: number;
  at: string;
  /** Undefined: nobody who is signed in, or the console of the server. */
  who?: string | undefined;
  action: string;
  outcome: AuditOutcome;
  /** The person it was done to, if another than `who`. */
  person?: string | undefined;
  meeting?: string | undefined;
  program?: string | undefined;
  applicant?: string | undefined;
  detail: AuditDetail;
}

/** What happened, in a sentence without its subject: `who` stands before it. */
export function auditSentence({ action, outcome, person, meeting, program, applicant, detail }: AuditLine): string {
  const isDone = outcome === "done";
  const inMeeting = meeting ? ` of ${meeting}` : "";
  const forPerson = person ? ` to ${person}` : "";
  const atDoor = meeting ? ` at the door of ${meeting}` : "";
  const inProgram = program ? `, ${program}` : "";
  switch (action as AuditAction) {
    case "signIn":
      return isDone
        ? `Signed in ${wayWords(detail.way)}`
        : `Sign-in refused${forPerson}${atDoor}: ${reasonWords(detail.reason)}${triesWords(detail.tries)}`;
    case "signOut":
      return "Signed out";
    case "signInLinkAsked":
      return isDone
        ? `Sign-in link sent to ${person ?? "somebody"}`
        : `Sign-in link not sent${forPerson}: ${reasonWords(detail.reason)}`;
    case "ssoRequiredChanged":
      return detail.to === true
        ? "Made single sign-on required of the program's people"
        : "Let the program's people sign in by link and password again";
    case "roleChanged":
      return roleSentence(person ?? "Somebody", detail);
    case "voiceWeighed":
      return `Changed the weight of ${person ?? "somebody"}'s voice from ${detail.from} to ${detail.to}`;
    case "personInvited":
      if (!isDone) return `The invitation of ${person ?? "somebody"} could not be mailed`;
      return `Invited ${person ?? "somebody"} ${detail.how === "link" ? "by a link to hand over" : "by mail"}`;
    case "administratorAdded":
      return `Made ${person ?? "somebody"} an administrator`;
    case "administratorRemoved":
      return `${person ?? "Somebody"} is an administrator no more`;
    case "meetingRead":
      return `Opened the list and files${inMeeting}`;
    case "applicantRead":
      return `Read the file of ${applicant ?? "an applicant"}${inMeeting}`;
    case "notesRead":
      return `Read the interview notes of ${applicant ?? "an applicant"}${inMeeting}`;
    case "noteStruck":
      return `Struck the interview note of ${person ?? "an interviewer"} of ${applicant ?? "an applicant"}${inMeeting}`;
    case "reminderSent":
      return isDone
        ? `Reminded ${person ?? "somebody"} of ${detail.notes} interview notes that are not written`
        : `A reminder to ${person ?? "somebody"} could not be mailed`;
    case "rankListExported":
      return isDone
        ? `Took the rank order list${inMeeting} as ${formatWords(detail.format)}`
        : `Was refused the rank order list${inMeeting} as ${formatWords(detail.format)}`;
    case "programExported":
      return `Started an export of the whole program${inProgram}`;
    case "rubricChanged":
      return `Changed the rubric of ${detail.season} to version ${detail.version}`;
    case "rubricRated":
      return `${detail.isTakenBack ? "Took back" : "Gave"} a rating by hand of ${applicant ?? "an applicant"} in the rubric of ${detail.season}`;
    case "floorExceptionMade":
      return `Made an exception from the exam floor of ${detail.season} for ${applicant ?? "an applicant"}`;
    case "floorExceptionStruck":
      return `Struck the exception from the exam floor of ${detail.season} for ${applicant ?? "an applicant"}`;
    case "rehearsalStarted":
      return `Started ${meeting ?? "a rehearsal"}`;
    case "rehearsalThrownAway":
      return `Threw away ${meeting ?? "a rehearsal"}`;
    case "listFrozen":
      return `Froze the preliminary list, which opens the meeting${inProgram} (log entry ${detail.seq})`;
    case "listLocked":
      return `Locked the list${inMeeting}, version ${detail.version} (log entry ${detail.seq})`;
    case "listUnlocked":
      return `Unlocked the list${inMeeting}, version ${detail.version} (log entry ${detail.seq})`;
    case "retentionChanged":
      return `Changed the retention time from ${detail.from} to ${detail.to} years`;
    case "holdPlaced":
      return "Placed a legal hold";
    case "holdLifted":
      return "Lifted the legal hold";
    case "meetingPurged":
      return `Purged the data${inMeeting}${inProgram}, match year ${detail.matchYear}: ${counted(Number(detail.applicants), "applicant")}, ${counted(Number(detail.events), "log entry", "log entries")}, ${counted(Number(detail.endorsements), "endorsement")}, ${counted(Number(detail.flags), "flag")}`;
    case "auditExported":
      return "Took the audit trail as CSV";
    case "applicantFileChanged":
      return `Changed ${partWords(detail.part)} in the file of ${applicant ?? "an applicant"}${inMeeting}`;
    case "contactLogged":
      return `Logged a call with a colleague outside about ${applicant ?? "an applicant"}${inMeeting}`;
    case "contactStruck":
      return `Struck a logged call about ${applicant ?? "an applicant"}${inMeeting}`;
    case "funnelChanged":
      return `Changed the counts of match year ${detail.matchYear}`;
    case "classOutcomesChanged":
      return `Wrote down what became of the class of ${detail.matchYear}, ${detail.code}`;
    case "filesImported":
      return `Imported ${importedWords(detail.kind)} into season ${detail.matchYear}`;
    case "importTakenBack":
      return `Took back an import of ${importedWords(detail.kind)}${person ? ` by ${person}` : ""} into season ${detail.matchYear}`;
    case "timeZoneChanged":
      return `Said that the program's days are those of ${detail.to}`;
    case "photosShown":
      return `${detail.isShown ? "Showed" : "Hid"} the applicants' photos of season ${detail.matchYear}`;
    case "equityFactsSwitched":
      return detail.isKept
        ? `Turned on keeping protected columns apart for the equity check of season ${detail.matchYear}`
        : `Turned off the equity check's facts of season ${detail.matchYear}, which erased those of ${counted(Number(detail.applicants), "applicant")}`;
    case "equityFactsKept":
      return `Kept facts of ${counted(Number(detail.applicants), "applicant")} apart for the equity check of season ${detail.matchYear}`;
    case "equityCheckRead":
      return `Read the equity check${inMeeting}`;
    default:
      // Written by a newer version: its name has to do.
      return action;
  }
}

/** Who did it, for a reader; also where nobody who is known did. */
export function auditWho({ who, action }: Pick<AuditLine, "who" | "action">): string {
  if (who !== undefined) return who;
  return auditActions[action as AuditAction] === "signIn" ? "Not signed in" : "The server's console";
}

function roleSentence(person: string, { from, to }: AuditDetail): string {
  if (to === undefined) return `Removed ${person} from the roster`;
  if (from === undefined) return `Added ${person} to the roster as ${wordOfRole(to)}`;
  return `Changed ${person} from ${wordOfRole(from)} to ${wordOfRole(to)}`;
}

const wordOfRole = (role: unknown): string => roleWords[role as Role] ?? String(role);

/** Every way in. An entry names one of these. */
const ways = {
  link: "by a link from the mail",
  password: "with their password",
  sso: "by single sign-on",
  demo: "as one of the demo season's people",
  passcode: "at a meeting's door, by passcode and a host's admission",
  invitation: "by an invitation",
  setup: "by the link that makes the first administrator",
} as const;
export type SignInWay = keyof typeof ways;
/** A newer version may know ways and reasons that this one has no words for. */
const wayWords = (way: unknown): string => (ways as Record<string, string>)[String(way)] ?? "in another way";

/** Many tries of one kind from one place are told by their number. */
const triesWords = (tries: unknown): string => (typeof tries === "number" ? ` (number ${tries} of a row)` : "");

/** Every reason for which a way in was refused. An entry names one of these. */
const reasons = {
  linkUnknown: "the link is not known here",
  linkUsed: "the link had been used before",
  linkExpired: "the link was too old",
  codeWrong: "the code was wrong",
  codeOver: "the code was tried too often, or too late",
  codeElsewhere: "the code was asked for in another browser",
  personUnknown: "nobody here has that address",
  demoOff: "the demo is off",
  passwordWrong: "the address and the password did not fit together",
  tooManyTries: "there had been too many tries in a short time",
  ssoRequired: "single sign-on is required of them",
  ssoUnavailable: "the single sign-on provider did not answer",
  ssoFailed: "single sign-on did not confirm who it was",
  ssoUnconnected: "the single sign-on account is connected to nobody here",
  ssoTaken: "the single sign-on account is connected to somebody else here",
  proofOfOther: "it was not the account of whoever was signed in",
  mailFailed: "the mail did not leave",
  joinLinkUnknown: "there is no meeting at the link",
  linkEnded: "the meeting's link had ended",
  linkSpent: "too many wrong passcodes had closed the meeting's link",
  passcodeWrong: "the passcode was wrong",
  wait: "too many wrong passcodes in a short time",
  invitationUnknown: "the invitation is not known here",
  invitationUsed: "the invitation had been used before",
  invitationExpired: "the invitation was too old",
  invitationVoid: "the invitation had been replaced or withdrawn",
  setupOver: "there is an administrator already, or the link was too old",
  otherPerson: "the invitation is another person's",
  addressUnknown: "nobody here has that address",
  tooManyUnused: "too many earlier links are unused",
} as const;
export type SignInReason = keyof typeof reasons;
const reasonWords = (reason: unknown): string =>
  (reasons as Record<string, string>)[String(reason)] ?? "for a reason that this version has no words for";

/** For whoever has to go through all of them. */
export const signInWays = Object.keys(ways) as SignInWay[];
export const signInReasons = Object.keys(reasons) as SignInReason[];

const parts: Record<string, string> = {
  timeline: "the timeline",
  clinicalExperience: "the clinical experience",
  letters: "the letters",
  fitSignals: "the fit signals",
  interruptedWhy: "the explanation of an interruption",
  examExplanation: "the explanation of an examination",
};
const partWords = (part: unknown): string => parts[String(part)] ?? "a part";

const importedWords = (kind: unknown): string => (importKindWords[kind as ImportKind] ?? String(kind)).toLowerCase();

const formats: Record<string, string> = {
  "r3-aamc": "a file for R3 with AAMC IDs",
  "r3-nrmp": "a file for R3 with NRMP IDs",
  csv: "CSV",
  xlsx: "an Excel file",
};
const formatWords = (format: unknown): string => formats[String(format)] ?? String(format);
