// The audit trail's words: what may be recorded, of which kind it is, and the sentence a person reads (AUDIT-1). An entry
// holds ids; names are looked up when it is shown, as far as its reader may see them.
import type { ApplicantId, MeetingId } from "./ids";
import { type ImportKind, importKindWords } from "./import-kinds";
import { type Role, roleWords } from "./member";

export const auditKinds = ["signIn", "roster", "reading", "export", "list", "retention", "season", "audit"] as const;
export type AuditKind = (typeof auditKinds)[number];

export const auditKindWords: Record<AuditKind, string> = {
  signIn: "Sign-in",
  roster: "People and roles",
  reading: "Reading",
  export: "Files taken away",
  list: "Locks",
  retention: "Retention and purges",
  season: "Before the meeting",
  audit: "The trail itself",
};

/** Everything that is recorded, and its kind. A new action is a line here and a sentence below. */
export const auditActions = {
  signIn: "signIn",
  signOut: "signIn",
  signInLinkAsked: "signIn",
  roleChanged: "roster",
  personInvited: "roster",
  administratorAdded: "roster",
  administratorRemoved: "roster",
  meetingRead: "reading",
  applicantRead: "reading",
  rankListExported: "export",
  programExported: "export",
  listLocked: "list",
  listUnlocked: "list",
  retentionChanged: "retention",
  holdPlaced: "retention",
  holdLifted: "retention",
  meetingPurged: "retention",
  auditExported: "audit",
  applicantFileChanged: "season",
  contactLogged: "season",
  contactStruck: "season",
  funnelChanged: "season",
  filesImported: "season",
  importTakenBack: "season",
  photosShown: "season",
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
    case "roleChanged":
      return roleSentence(person ?? "Somebody", detail);
    case "personInvited":
      return `Invited ${person ?? "somebody"} ${detail.how === "link" ? "by a link to hand over" : "by mail"}`;
    case "administratorAdded":
      return `Made ${person ?? "somebody"} an administrator`;
    case "administratorRemoved":
      return `${person ?? "Somebody"} is an administrator no more`;
    case "meetingRead":
      return `Opened the list and files${inMeeting}`;
    case "applicantRead":
      return `Read the file of ${applicant ?? "an applicant"}${inMeeting}`;
    case "rankListExported":
      return isDone
        ? `Took the rank order list${inMeeting} as ${formatWords(detail.format)}`
        : `Was refused the rank order list${inMeeting} as ${formatWords(detail.format)}`;
    case "programExported":
      return `Started an export of the whole program${inProgram}`;
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
      return `Purged the data${inMeeting}${inProgram}, match year ${detail.matchYear}: ${detail.applicants} applicants, ${detail.events} log entries, ${detail.endorsements} endorsements, ${detail.flags} flags`;
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
    case "filesImported":
      return `Imported ${importedWords(detail.kind)} into season ${detail.matchYear}`;
    case "importTakenBack":
      return `Took back an import of ${importedWords(detail.kind)} into season ${detail.matchYear}`;
    case "photosShown":
      return `${detail.isShown ? "Showed" : "Hid"} the applicants' photos of season ${detail.matchYear}`;
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

const ways: Record<string, string> = {
  link: "by a link from the mail",
  demo: "as one of the demo season's people",
  passcode: "at a meeting's door, by passcode and a host's admission",
  invitation: "by an invitation",
  setup: "by the link that makes the first administrator",
};
const wayWords = (way: unknown): string => ways[String(way)] ?? `by ${way}`;

/** Many tries of one kind from one place are told by their number. */
const triesWords = (tries: unknown): string => (typeof tries === "number" ? ` (number ${tries} of a row)` : "");

const reasons: Record<string, string> = {
  linkUnknown: "the link is not known here",
  linkUsed: "the link had been used before",
  linkExpired: "the link was too old",
  personUnknown: "nobody here has that address",
  demoOff: "the demo is off",
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
};
const reasonWords = (reason: unknown): string => reasons[String(reason)] ?? String(reason);

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
