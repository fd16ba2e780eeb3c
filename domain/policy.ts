// The tables of who may do what, in a meeting (ROLE-1) and with a program (ROLE-2). Permission is decided here and nowhere else:
// by role, then by phase, then by recusal. A host is the PD or the associate PD; the lock is the PD's alone (LOCK-1).
// Coordinators prepare, never certify. Administrators look after people and programs and see nothing of a meeting.
import type { Command, CommandType } from "./commands";
import type { MemberId } from "./ids";
import { isRecused, type MeetingState } from "./meeting";
import type { MeetingKind } from "./meeting-kind";
import { isHost, type Role, roles } from "./member";
import type { Rejection } from "./rejection";

/**
 * Who asks. `system` is an import at the console, which has the machine and so the roster's rights of a coordinator; or a
 * change of the program, which was allowed to the person `by` before it came to its meetings. `isLimited`: by a session that was
 * given at the meeting's door, without a sign-in. `isProved`: false for a socket whose person has not just proved who they are.
 */
export type Actor =
  | { kind: "member"; memberId: MemberId; isLimited?: boolean; isProved?: boolean }
  | { kind: "system"; by?: MemberId };

/** Whom the log names; null for an import at the console. */
export const actorId = (actor: Actor): MemberId | null =>
  actor.kind === "member" ? actor.memberId : (actor.by ?? null);

const everybodyButObserver: readonly Role[] = ["pd", "associatePd", "coordinator", "chief", "faculty"];
const hosts: readonly Role[] = ["pd", "associatePd"];
const preparers: readonly Role[] = ["pd", "associatePd", "coordinator"];
/** Those who met applicants. A coordinator may flag what stands in a file, but does not endorse. */
const evaluators: readonly Role[] = ["pd", "associatePd", "chief", "faculty"];

interface Permission {
  roles: readonly Role[];
  /** Allowed while the list is locked? */
  whenLocked: boolean;
  /** Goes with the host's part where the PD has handed it to somebody (ROLE-4): running the room, and no more. */
  withHost?: true;
  /** Part of making the preliminary list (DRAFT-2)? `only`: and of nothing else. */
  inDraft?: true | "only";
  /** Not in a rehearsal, which keeps to what it was copied from (REHEARSE-2). */
  inRehearsal?: false;
  /** The action as a sentence's subject. */
  words: string;
}

export const permissions: Readonly<Record<CommandType, Permission>> = {
  moveApplicant: { roles: everybodyButObserver, whenLocked: false, inDraft: true, words: "Moving applicants" },
  moveApplicants: { roles: everybodyButObserver, whenLocked: false, inDraft: true, words: "Moving applicants" },
  redoMove: { roles: everybodyButObserver, whenLocked: false, inDraft: true, words: "Making a move again" },
  undoMove: { roles: everybodyButObserver, whenLocked: false, inDraft: true, words: "Taking back a move" },
  endorseApplicant: { roles: evaluators, whenLocked: false, words: "Endorsing" },
  strikeEndorsement: { roles: evaluators, whenLocked: false, words: "Striking an endorsement" },
  raiseFlag: { roles: everybodyButObserver, whenLocked: false, words: "Raising a flag" },
  verifyFlag: { roles: hosts, whenLocked: false, words: "Verifying a flag" },
  dismissFlag: { roles: hosts, whenLocked: false, words: "Dismissing a flag" },
  strikeFlag: { roles: everybodyButObserver, whenLocked: false, words: "Striking a flag" },
  // A conflict of interest can come to mind at any time; declaring it changes nothing on the list.
  declareRecusal: {
    roles,
    whenLocked: true,
    inDraft: true,
    words: "Declaring a recusal",
  },
  liftRecusal: { roles: ["pd"], whenLocked: true, inDraft: true, inRehearsal: false, words: "Lifting a recusal" },
  withdrawApplicant: { roles: preparers, whenLocked: false, inDraft: true, words: "Recording a withdrawal" },
  reinstateApplicant: { roles: preparers, whenLocked: false, inDraft: true, words: "Reinstating an applicant" },
  changeSettings: { roles: ["pd"], whenLocked: false, words: "Changing the meeting's settings" },
  lockList: { roles: ["pd"], whenLocked: true, words: "Locking the list" },
  unlockList: { roles: ["pd"], whenLocked: true, words: "Unlocking the list" },
  changeStage: { roles: hosts, whenLocked: false, withHost: true, words: "Saying where the meeting is" },
  spotlightApplicant: { roles: hosts, whenLocked: false, withHost: true, words: "The spotlight" },
  setTimer: { roles: hosts, whenLocked: false, withHost: true, words: "The timer" },
  settleApplicant: { roles: hosts, whenLocked: false, withHost: true, words: "Saying what came of it" },
  addToAgenda: { roles: hosts, whenLocked: false, withHost: true, words: "The agenda" },
  reorderAgenda: { roles: hosts, whenLocked: false, withHost: true, words: "The agenda" },
  markAgenda: { roles: hosts, whenLocked: false, withHost: true, words: "The agenda" },
  openObjectionCall: { roles: hosts, whenLocked: false, withHost: true, words: "Asking for objections" },
  giveNoObjection: { roles: everybodyButObserver, whenLocked: false, words: "Answering a call for objections" },
  raiseObjection: { roles: everybodyButObserver, whenLocked: false, words: "Objecting" },
  closeObjectionCall: { roles: hosts, whenLocked: false, withHost: true, words: "Ending a call for objections" },
  openRound: { roles: hosts, whenLocked: false, withHost: true, words: "Opening a silent round" },
  castBallot: { roles: evaluators, whenLocked: false, words: "Giving a ballot" },
  revealRound: { roles: hosts, whenLocked: false, withHost: true, words: "Revealing a round" },
  discardRound: { roles: hosts, whenLocked: false, withHost: true, words: "Discarding a round" },
  changeDirectMoves: { roles: hosts, whenLocked: false, withHost: true, words: "Turning direct moves on or off" },
  handHost: { roles: ["pd"], whenLocked: false, words: "Handing over the host's part" },
  takeHost: { roles: ["pd"], whenLocked: false, words: "Taking back the host's part" },
  acceptProposal: { roles: hosts, whenLocked: false, withHost: true, words: "Accepting a proposal" },
  declineProposal: { roles: hosts, whenLocked: false, withHost: true, words: "Declining a proposal" },
  importSeason: { roles: preparers, whenLocked: false, inDraft: true, words: "Importing a season" },
  takeSnapshot: { roles: preparers, whenLocked: false, inDraft: "only", words: "Taking a snapshot" },
  arrangeList: { roles: preparers, whenLocked: false, inDraft: "only", words: "Arranging the list" },
  freezeDraft: { roles: ["pd"], whenLocked: false, inDraft: "only", words: "Freezing the preliminary list" },
  // What it brings was allowed where the draft was frozen.
  openFromDraft: { roles: [], whenLocked: false, words: "Opening the meeting with its list" },
  // Nor this: it was allowed where the note was saved.
  hearNotes: { roles: [], whenLocked: false, words: "Interview notes" },
  importApplicants: { roles: preparers, whenLocked: false, inDraft: true, words: "Importing applicants" },
  undoImport: { roles: preparers, whenLocked: false, inDraft: true, words: "Taking back an import" },
  changeApplicantFile: {
    roles: preparers,
    whenLocked: false,
    inDraft: true,
    words: "Changing an applicant's file",
  },
  // No member's to ask: see `programPermissions`. Whoever is removed must be out at once, whatever the list is doing.
  followProgram: { roles: [], whenLocked: true, words: "Changing the roster" },
  purgeMeeting: { roles: [], whenLocked: true, words: "Purging a meeting" },
};

/** Things a member may see or take, beside the list itself. */
const sights = {
  /** Sponsorship needs (SEE-2). */
  visa: preparers,
  /** Who is recused from whom. The recused member sees a count, not a name. */
  recusals: preparers,
  /** Who raised a flag, also where the program shows it to nobody else (SEE-4). The author knows their own. */
  flagAuthors: hosts,
  /** What the interviewers wrote, once the list is frozen and the meeting has it (NOTE-4). */
  interviewNotes: everybodyButObserver,
  /** How far down the list the program may go, from its own past (DEPTH-4). */
  depth: everybodyButObserver,
  /** The file for R3, and the list as a spreadsheet. */
  rankListFile: ["pd", "coordinator"],
} as const satisfies Record<string, readonly Role[]>;
export type Sight = keyof typeof sights;

export const maySee = (role: Role, sight: Sight): boolean => (sights[sight] as readonly Role[]).includes(role);

/** What interviewers wrote is read in a draft by the hosts, and in a meeting once the list is frozen (NOTE-4). */
export const mayReadInterviews = (role: Role, kind: MeetingKind, isFrozen: boolean): boolean =>
  kind === "draft" ? hosts.includes(role) : isFrozen && maySee(role, "interviewNotes");

/** What can be done at a meeting's door, and by whom (JOIN-6): the coordinator shows the code and admits nobody. */
export const doorActs = {
  /** The link, the passcode and the queue are seen, and a closed door is opened. */
  showCode: preparers,
  renewCode: hosts,
  endCode: hosts,
  changeSeats: hosts,
  admit: hosts,
  refuse: hosts,
} as const satisfies Record<string, readonly Role[]>;
export type DoorAct = keyof typeof doorActs;

export const mayAtDoor = (role: Role, act: DoorAct): boolean => (doorActs[act] as readonly Role[]).includes(role);

/**
 * Who may come in by a passcode and a host's admission (JOIN-5). The others' roles carry the lock, the files, the sponsorship
 * needs or the door itself: for those a name picked from a list is not enough, whoever admitted it.
 */
const passcodeRoles: readonly Role[] = ["chief", "faculty", "observer"];

export const mayComeByPasscode = (role: Role): boolean => passcodeRoles.includes(role);

/** May this role ask for this at all, whatever the phase? For screens: what is not allowed is not shown. */
export const mayAsk = (role: Role, type: CommandType): boolean => permissions[type].roles.includes(role);

/** May this member ask for this here: a draft has no marks, and a meeting no snapshots (DRAFT-2)? */
export function mayAskIn(state: Pick<MeetingState, "kind"> & Hosted, memberId: MemberId, type: CommandType): boolean {
  const role = state.members[memberId]?.role;
  if (role === undefined || !isFor(state.kind, type)) return false;
  return mayAsk(role, type) || mayAsHost(state, memberId, type);
}

/** By the host's part that was handed to them. */
const mayAsHost = (state: Hosted, memberId: MemberId, type: CommandType): boolean =>
  permissions[type].withHost === true && state.room.handed.some((host) => host.memberId === memberId);

type Hosted = Pick<MeetingState, "members" | "room">;

/** Who runs the room: the PD and the associate PD, and to whom the PD has handed that part (ROLE-4). */
export const hostsRoom = (state: Hosted, memberId: MemberId): boolean =>
  isHost(state.members[memberId]?.role ?? "observer") || state.room.handed.some((host) => host.memberId === memberId);

function isFor(kind: MeetingState["kind"], type: CommandType): boolean {
  const { inDraft, inRehearsal = true } = permissions[type];
  if (kind === "draft") return inDraft !== undefined;
  return inDraft !== "only" && (inRehearsal || kind === "meeting");
}

/** Undefined when allowed. Permission comes before existence: a stranger learns nothing by asking. */
export function refusalOf(state: MeetingState, command: Command, actor: Actor): Rejection | undefined {
  const permission = permissions[command.type];
  if (actor.kind === "system") {
    // Whoever is taken off a roster is out of a purged meeting too.
    if (state.phase === "purged" && command.type !== "followProgram") return { code: "meetingPurged" };
    if (permission.whenLocked) return undefined;
    return state.frozen ? { code: "draftFrozen" } : state.phase === "locked" ? { code: "listLocked" } : undefined;
  }
  const member = state.members[actor.memberId];
  if (!member || (actor.isLimited && !mayComeByPasscode(member.role))) return { code: "notAMember" };
  if (!permission.roles.includes(member.role)) {
    if (!mayAsHost(state, member.id, command.type)) {
      return { code: "notAllowed", role: member.role, action: permission.words };
    }
    // It was handed to a person, and a name picked at the door is not proof enough of one (JOIN-5).
    if (actor.isLimited) return { code: "hostNeedsSignIn" };
  }
  if (state.phase === "purged") return { code: "meetingPurged" };
  // Before anything that could be said of an applicant: nobody sees a frozen draft any more.
  if (state.frozen) return { code: "draftFrozen" };
  if (state.phase === "locked" && !permission.whenLocked) return { code: "listLocked" };
  if (!isFor(state.kind, command.type)) {
    const code =
      state.kind === "draft" ? "notInDraft" : permission.inRehearsal === false ? "notInRehearsal" : "onlyInDraft";
    return { code, action: permission.words };
  }
  if ("applicantId" in command && command.applicantId && isRecused(state, actor.memberId, command.applicantId)) {
    return { code: "applicantUnknown" };
  }
  return undefined;
}

/** Is the actor a host, as far as the rules of the list go? */
export const actsAsHost = (state: MeetingState, actor: Actor): boolean =>
  actor.kind === "member" && isHost(state.members[actor.memberId]?.role ?? "observer");

/** What somebody is to a program: a role on its roster, and apart from that perhaps an administrator of the installation. */
export interface Standing {
  role: Role | undefined;
  isAdministrator: boolean;
}

interface ProgramPermission {
  roles: readonly Role[];
  administrator: boolean;
  words: string;
}

export const programPermissions = {
  listPrograms: { roles: [], administrator: true, words: "The list of all programs" },
  createProgram: { roles: [], administrator: true, words: "Making a program" },
  viewProgram: { roles: preparers, administrator: true, words: "The program's page" },
  viewRoster: { roles: preparers, administrator: true, words: "The roster" },
  /** Add, import, invite, remove, and give the roles that `appointHosts` does not keep. */
  changeRoster: { roles: preparers, administrator: true, words: "Changing the roster" },
  /** Who is PD or associate PD: whoever prepares may not make themselves the one who decides (ROLE-3). */
  appointHosts: { roles: ["pd"], administrator: true, words: "Saying who is program director or associate PD" },
  renameProgram: { roles: ["pd"], administrator: true, words: "Renaming the program" },
  changeFlagAuthors: { roles: ["pd"], administrator: false, words: "Saying who sees a flag's author" },
  /** Whether its people get in by single sign-on alone (SSO-2). */
  changeSsoRequired: { roles: ["pd"], administrator: true, words: "Saying whether single sign-on is required" },
  changeTracks: { roles: ["pd", "coordinator"], administrator: true, words: "Changing tracks" },
  /** Where the program is: its "today" is the day there (DAY-1). */
  changeTimeZone: { roles: preparers, administrator: true, words: "Saying in which time zone the program is" },
  changeMatchYears: { roles: preparers, administrator: true, words: "Changing match years" },
  /** How deep past lists went and what became of past classes, in counts. */
  viewHistory: { roles: preparers, administrator: false, words: "The program's history" },
  changeHistory: { roles: preparers, administrator: false, words: "Writing down what became of a class" },
  openSeason: { roles: preparers, administrator: false, words: "Opening a season" },
  openMeeting: { roles: preparers, administrator: false, words: "Opening a meeting" },
  /** Trying a meeting on a copy of it (REHEARSE-1). */
  rehearse: { roles: hosts, administrator: false, words: "Rehearsing a meeting" },
  /** An administrator reads of it what concerns no applicant (AUDIT-4). */
  readAudit: {
    roles: ["pd"],
    administrator: true,
    words: "The audit trail; of it an administrator reads sign-ins and roles",
  },
  readInstallationAudit: { roles: [], administrator: true, words: "The audit trail of the installation" },
  /** How long the program keeps its data, and legal holds (KEEP-1). */
  setRetention: { roles: ["pd"], administrator: false, words: "Retention and legal holds" },
  /** Taking what the retention time no longer covers (KEEP-2). */
  purge: { roles: ["pd"], administrator: false, words: "Purging old data" },
} as const satisfies Record<string, ProgramPermission>;
export type ProgramAct = keyof typeof programPermissions;

export function mayInProgram({ role, isAdministrator }: Standing, act: ProgramAct): boolean {
  const { roles, administrator } = programPermissions[act];
  return (isAdministrator && administrator) || (role !== undefined && (roles as readonly Role[]).includes(role));
}

/** May a member go from the one role to the other, or by another name? Undefined: not on the roster, before or after. */
export const mayChangeMember = (standing: Standing, from: Role | undefined, to: Role | undefined): boolean =>
  mayInProgram(standing, "changeRoster") &&
  (mayInProgram(standing, "appointHosts") || [from, to].every((role) => !role || !isHost(role)));

/**
 * May they be handed the link by which that member comes in? Whoever holds it can sign in as that member, once; so the link of
 * somebody who decides is not for those who prepare. It can always be mailed.
 */
export const mayTakeInvitation = (standing: Standing, role: Role): boolean =>
  mayInProgram(standing, "changeRoster") && (!isHost(role) || mayInProgram(standing, "appointHosts"));

/** These are members of every meeting of their program; others are in those of match years that are not over (ROSTER-1). */
export const isInEveryMeeting = (role: Role): boolean => mayInProgram({ role, isAdministrator: false }, "viewProgram");
