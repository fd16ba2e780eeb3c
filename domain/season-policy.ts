// The table of who may do what with a season before its meeting (SEASON-1), as `programPermissions` is for a program: the match
// year of one track, its applicants' files, the interviewers' notes, the rubric and the preliminary list. Administrators look
// after people and programs and see nothing of a season.
import { type Role, roles } from "./member";

const preparers: readonly Role[] = ["pd", "associatePd", "coordinator"];
const hosts: readonly Role[] = ["pd", "associatePd"];
/** Those who interview. */
const evaluators: readonly Role[] = ["pd", "associatePd", "chief", "faculty"];
const everybodyButObserver: readonly Role[] = ["pd", "associatePd", "coordinator", "chief", "faculty"];

interface SeasonPermission {
  roles: readonly Role[];
  /** The action as a sentence's subject. */
  words: string;
}

export const seasonPermissions = {
  /** The season's home: how far it is, and the one next step. */
  viewSeason: { roles: preparers, words: "The season" },
  importFiles: { roles: preparers, words: "Importing files" },
  /** Within its day; of the import itself its starter alone is told. */
  takeBackImports: { roles: ["pd", "coordinator"], words: "Taking back what a colleague imported" },
  /** Photos are off on every screen until somebody says otherwise. */
  showPhotos: { roles: ["pd"], words: "Showing photos" },
  /** An applicant's facts. Sponsorship needs in it are for those who prepare (SEE-2). */
  readFile: { roles: everybodyButObserver, words: "An applicant's file" },
  changeFile: { roles: preparers, words: "Changing an applicant's file" },
  /** Calls with colleagues outside, and open questions. */
  logContact: { roles: everybodyButObserver, words: "Logging a contact" },
  /** Before the freeze a call is its author's and theirs; after it, everybody's who reads the file (FILE-4). */
  readContacts: { roles: preparers, words: "Calls that others logged, before the freeze" },
  strikeContact: { roles: hosts, words: "Striking what others asked or logged" },
  writeNote: { roles: evaluators, words: "Writing interview notes" },
  /** Before the meeting a note is its author's and the hosts'. */
  readNotes: { roles: hosts, words: "Interview notes of others" },
  /** Means, spread and counts, without who gave what. */
  readScores: { roles: preparers, words: "Interview scores" },
  /** How lenient each interviewer is. */
  readLeniency: { roles: ["pd"], words: "Interviewers' leniency" },
  assignInterviews: { roles: preparers, words: "Saying who interviews whom" },
  sendReminders: { roles: hosts, words: "Reminding interviewers" },
  viewRubric: { roles: preparers, words: "The rubric" },
  changeRubric: { roles: ["pd"], words: "Changing the rubric" },
  /** The lines that no file holds, signed and with a source. */
  rateByHand: { roles: hosts, words: "Rating a line of the rubric by hand" },
  makeException: { roles: hosts, words: "An exception from the exam floor" },
  /** The preliminary list before it is frozen. */
  arrangeList: { roles: preparers, words: "The preliminary list" },
  freezeList: { roles: ["pd"], words: "Freezing the preliminary list" },
  /** Shares by group. What is kept for it reaches nobody in any other way (EQUITY-1). */
  viewEquityCheck: { roles: ["pd"], words: "The equity check" },
  keepEquityFacts: { roles: ["pd"], words: "Keeping protected columns for the equity check" },
  viewVoices: { roles: everybodyButObserver, words: "The weights of voices" },
  changeVoices: { roles: ["pd"], words: "Changing the weights of voices" },
  changeFunnel: { roles: preparers, words: "The season's counts" },
  /** Observers too: they see the list later, and say before it from whom they keep away. */
  declareSeasonRecusal: { roles, words: "Declaring a recusal" },
} as const satisfies Record<string, SeasonPermission>;
export type SeasonAct = keyof typeof seasonPermissions;

export const mayInSeason = (role: Role | undefined, act: SeasonAct): boolean =>
  role !== undefined && (seasonPermissions[act].roles as readonly Role[]).includes(role);
