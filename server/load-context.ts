// What every Remix loader and action is handed. Types only: the web build and the server are two bundles, so singletons
// travel through this object and never through an import (DESIGN, "Parts").

import type { AuditKind, AuditOutcome } from "../domain/audit";
import type { MeetingEvent } from "../domain/events";
import type { ApplicantId, MeetingId, MemberId, ProgramId } from "../domain/ids";
import type { DoorRefusal, DoorView, Expected, JoinRefusal, JoinStep, MeetingWords } from "../domain/joining";
import type { DoorCommand, JoinIntent } from "../domain/joining-schemas";
import type { MatchYear } from "../domain/match-year";
import type { MeetingState } from "../domain/meeting";
import type { Role } from "../domain/member";
import type { ProgramAct } from "../domain/policy";
import type { RankLine } from "../domain/replay";
import type { Taken } from "../domain/retention";
import type { Place } from "../domain/zone";
import type { ProgramAnswer, ProgramRefusal, Typed } from "./context/answers";
import type { FileBeside } from "./context/applicant-files";
import type { LookingBackService } from "./context/looking-back";
import type { InterviewView } from "./context/notes";
import type { OpenedMeeting } from "./context/opened-meeting";
import type { PresenterService } from "./context/presenter";
import type { ProofService } from "./context/proof";
import type { AgendaScores } from "./context/scores";
import type { SeasonContext } from "./context/seasons";
import type {
  LinkResult,
  LinkStanding,
  LinkWay,
  SignInRefusal,
  SignInResult,
  SsoResult,
  SsoStart,
} from "./context/sign-in-answers";

export type { ProgramAnswer, ProgramRefusal, Typed } from "./context/answers";
export type { OpenedMeeting } from "./context/opened-meeting";

export interface SignedInPerson {
  id: MemberId;
  name: string;
  email: string;
  /** By a host's admission, without a sign-in: good for this meeting alone (JOIN-4). */
  limitedTo?: MeetingId;
}

export interface DemoPerson {
  name: string;
  email: string;
  role: Role;
}

export interface MeetingSummary {
  id: MeetingId;
  title: string;
  programName: string;
  programCode: string;
  matchYear: number;
  quota: number;
  phase: MeetingState["phase"];
  /** My role in that meeting. */
  role: Role;
  rankedCount: number;
  applicantCount: number;
}

export type * from "./context/sign-in-answers";

export interface SignInService {
  demoEnabled: boolean;
  /** What people here call their single sign-on; null: there is none. */
  ssoName: string | null;
  /** Nobody but an administrator signs in by link or password. */
  isSsoRequired: boolean;
  demoPeople(): Promise<DemoPerson[]>;
  /** False: there is no mail server, and links go into the server's log. */
  isMailed: boolean;
  /** For a page of a one-time link: names a browser that has no name yet (SIGNIN-4). */
  browserCookie: string | null;
  /** Mails a single-use link with a code, or prints both in the server's log. Alike whether or not the address is known. */
  requestLink(
    email: string,
    returnTo: string,
  ): Promise<({ ok: true; setCookie: string | null } & LinkWay) | { ok: false; code: SignInRefusal }>;
  /** Was a link asked for here, so that a code may be on its way? */
  isCodeAwaited(): Promise<boolean>;
  lookAtLink(token: string): Promise<LinkStanding>;
  /** Refused with `ssoRequired`, it may be answered with a way to connect the account that signs in from then on. */
  useLink(token: string, returnTo: string): Promise<LinkResult>;
  /** By the code beside the link, in the browser that asked for it. */
  tryCode(code: string, returnTo: string): Promise<LinkResult>;
  /** Another link to the address that this one was sent to. */
  sendAnother(token: string, returnTo: string): ReturnType<SignInService["requestLink"]>;
  usePassword(email: string, password: string): Promise<SignInResult>;
  beginSso(returnTo: string): Promise<SsoStart>;
  /** `search` is what the provider sent the browser back with. */
  finishSso(search: string): Promise<SsoResult>;
  signInAsDemoPerson(email: string): Promise<SignInResult>;
  /** Ends the session of the request; resolves to the headers that clear its cookie. */
  signOut(): Promise<{ setCookies: string[] }>;
}

export type PasswordRefusal =
  | "passwordTooShort"
  | "passwordTooLong"
  | "passwordCommon"
  | "oldPasswordWrong"
  /** Neither the old password nor a sign-in of just now. */
  | "signInAgain"
  | "tooManyTries";

export interface Account {
  hasPassword: boolean;
  /** Signed in just now by link or single sign-on: the old password need not be typed. */
  isFresh: boolean;
  deviceCount: number;
  /** Null: this installation has no single sign-on. */
  sso: { name: string; connected: { label: string; since: Date } | null } | null;
}

/** A browser that somebody is signed in with. */
export interface Device {
  id: string;
  method: "link" | "password" | "sso" | "demo" | "passcode";
  signedInAt: Date;
  lastSeenAt: Date;
  userAgent: string | null;
  isThisOne: boolean;
}

/** What people do about their own way in. Bounded by the session of the request. */
export interface AccountService {
  read(): Promise<Account>;
  setPassword(change: {
    old: string | null;
    next: string;
    endsOtherDevices: boolean;
  }): Promise<{ ok: true } | { ok: false; code: PasswordRefusal }>;
  removePassword(): Promise<void>;
  connectSso(): Promise<SsoStart>;
  disconnectSso(): Promise<void>;
  /** This one first, then by when they were used last. */
  devices(): Promise<Device[]>;
  /** False: there is no such device of theirs. */
  endDevice(deviceId: string): Promise<boolean>;
  /** Resolves to how many there were. */
  endOtherDevices(): Promise<number>;
}

/** Where an applicant stood, in the viewer's own rank numbers. */
export interface Standing {
  place: Place;
  rank?: number;
}

/** One change of one applicant, as the drawer tells it. */
export interface HistoryEntry {
  seq: number;
  event: MeetingEvent;
  from?: Standing;
  to?: Standing;
}

/** Newest last. */
export interface ApplicantHistory {
  entries: HistoryEntry[];
  /** Null where they never stood on the list. */
  line: RankLine | null;
}

export type RankListFormat = "r3-aamc" | "r3-nrmp" | "csv" | "xlsx";
export type RankListFile =
  | { ok: true; fileName: string; contentType: string; content: string | Uint8Array }
  /** 404: none of your meetings; 403: not for your role; 409: the list itself, or a missing pledge, is in the way; 503: it could not be put on record. */
  | { ok: false; status: 403 | 404 | 409 | 503; message: string };

/** Every read is bounded by who reads: null where there is nothing for them, and until they have pledged (JOIN-8). */
export interface MeetingService {
  listFor(personId: MemberId): Promise<MeetingSummary[]>;
  open(meetingId: MeetingId, personId: MemberId): Promise<OpenedMeeting | null>;
  /** The person has opened the file of an applicant on screen. False: there is no such file for them. */
  noteRead(meetingId: MeetingId, applicantId: ApplicantId, personId: MemberId): Promise<boolean>;
  historyOf(meetingId: MeetingId, applicantId: ApplicantId, personId: MemberId): Promise<ApplicantHistory | null>;
  /** What the interviewers wrote of an applicant, and their scores. On record. */
  interviewOf(meetingId: MeetingId, applicantId: ApplicantId, personId: MemberId): Promise<InterviewView | null>;
  /** Open questions and logged calls, for whoever reads files. */
  besideFileOf(meetingId: MeetingId, applicantId: ApplicantId, personId: MemberId): Promise<FileBeside | null>;
  /** For whoever puts the agenda together; null for everybody else (AGENDA-3). */
  agendaScoresOf(meetingId: MeetingId, personId: MemberId): Promise<AgendaScores | null>;
  rankListFile(meetingId: MeetingId, personId: MemberId, format: RankListFormat): Promise<RankListFile>;
  /** The program that the meeting is of, for its members. */
  programOf(meetingId: MeetingId, personId: MemberId): Promise<ProgramId | null>;
}

export interface MyPrograms {
  isAdministrator: boolean;
  programs: { id: ProgramId; name: string; role: Role; mayView: boolean }[];
}

export interface ProgramLine {
  id: ProgramId;
  name: string;
  peopleCount: number;
  codes: string[];
}

export interface Track {
  id: string;
  code: string;
  name: string;
  quota: number;
}

export interface ProgramMeeting {
  id: MeetingId;
  title: string;
  programCode: string;
  matchYear: number;
  phase: MeetingState["phase"];
}

export interface ProgramPage {
  id: ProgramId;
  name: string;
  flagAuthorsShown: boolean;
  /** IANA name: "today" is the day there. */
  timeZone: string;
  /** Null: this installation has none to require. */
  sso: { name: string; isRequired: boolean } | null;
  tracks: Track[];
  matchYears: MatchYear[];
  meetings: ProgramMeeting[];
  /** Is the reader on the roster, and so in the meetings? */
  isMember: boolean;
  may: ProgramAct[];
}

export interface ProgramService {
  mine(personId: MemberId): Promise<MyPrograms>;
  all(personId: MemberId): Promise<ProgramAnswer<{ programs: ProgramLine[] }>>;
  create(personId: MemberId, typed: Typed): Promise<ProgramAnswer<{ programId: ProgramId }>>;
  open(programId: ProgramId, personId: MemberId): Promise<ProgramAnswer<{ program: ProgramPage }>>;
  rename(programId: ProgramId, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  changeFlagAuthors(programId: ProgramId, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  changeTimeZone(programId: ProgramId, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  changeSsoRequired(programId: ProgramId, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  addTrack(programId: ProgramId, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  changeTrack(programId: ProgramId, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  saveMatchYear(programId: ProgramId, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  openMeeting(programId: ProgramId, personId: MemberId, typed: Typed): Promise<ProgramAnswer<{ meetingId: MeetingId }>>;
}

export interface RosterLine {
  id: MemberId;
  name: string;
  email: string;
  role: Role;
  state: "invited" | "active" | "removed";
  /** ISO times. */
  invitedAt: string | null;
  joinedAt: string | null;
  removedAt: string | null;
  removedReason: string | null;
  /** An invitation that could still be used lasts until then. */
  invitedUntil: string | null;
  /** The roles that the reader may give them; none where they are not the reader's to change. */
  roles: Role[];
  mayRemove: boolean;
  /** Be handed the link by which they come in, instead of having it mailed. */
  mayTakeLink: boolean;
}

export interface RosterPage {
  id: ProgramId;
  name: string;
  people: RosterLine[];
  /** The roles that the reader may give somebody new. */
  roles: Role[];
  mayChange: boolean;
  /** Without a mail server, invitations are handed over as links. */
  isMailed: boolean;
}

/** One cell of a file that could not be taken. */
export interface BadCell {
  row: number;
  column: string;
  value: string;
  expected: string;
}

export interface PlannedPerson {
  row: number;
  name: string;
  email: string;
  role: Role;
  change: "new" | "back" | "changed" | "unchanged";
  /** What a changed one is called or may do now. */
  was?: { name: string; role: Role };
}

export interface PeoplePlan {
  people: PlannedPerson[];
  bad: BadCell[];
  notes: string[];
}

export interface EverybodyInvited {
  sent: number;
  /** Who is not invited, and why, in a sentence. */
  failed: { name: string; reason: string }[];
}

export interface RosterService {
  open(programId: ProgramId, personId: MemberId): Promise<ProgramAnswer<{ roster: RosterPage }>>;
  add(programId: ProgramId, personId: MemberId, typed: Typed): Promise<ProgramAnswer<{ memberId: MemberId }>>;
  change(programId: ProgramId, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  remove(programId: ProgramId, personId: MemberId, typed: Typed): Promise<ProgramAnswer>;
  /** By mail; or, for whoever may take it, as a link to hand over. Either makes the invitation before void (ROSTER-4). */
  invite(programId: ProgramId, personId: MemberId, typed: Typed): Promise<ProgramAnswer<{ url: string | null }>>;
  /** By mail, all who have not been invited yet. */
  inviteEverybody(programId: ProgramId, personId: MemberId): Promise<ProgramAnswer<EverybodyInvited>>;
  /** What the file would change; nothing is. `text` is to be handed to `importPeople`. */
  checkPeople(
    programId: ProgramId,
    personId: MemberId,
    bytes: Uint8Array,
  ): Promise<ProgramAnswer<{ text: string; plan: PeoplePlan }>>;
  importPeople(programId: ProgramId, personId: MemberId, text: string): Promise<ProgramAnswer<{ plan: PeoplePlan }>>;
}

export interface Invitation {
  programName: string;
  personName: string;
  role: Role;
  /** They have been here before: they sign in by themselves, and then accept. */
  asksForSignIn: boolean;
}

export type ArrivalRefusal =
  | "invitationUnknown"
  | "invitationUsed"
  | "invitationExpired"
  | "invitationVoid"
  | "setupOver"
  | "otherPerson"
  /** The invitation is accepted; the provider that has to let them in does not answer. */
  | "ssoUnavailable";
/** `connectAt`: the provider's page, where single sign-on is what lets them in (SSO-2). */
export type Arrival = { ok: true; setCookie: string | null; connectAt?: string } | { ok: false; code: ArrivalRefusal };

/** How somebody comes in for the first time: by an invitation, or as the first administrator. */
export interface ArrivalService {
  /** Null: it was used by whoever is signed in here. */
  invitation(token: string): Promise<{ ok: true; invitation: Invitation | null } | { ok: false; code: ArrivalRefusal }>;
  accept(token: string): Promise<Arrival>;
  /** Does the link still make the first administrator? */
  isSetupOpen(token: string): Promise<boolean>;
  setUp(token: string, typed: Typed): Promise<Arrival | ProgramRefusal>;
}

/** Which entries are wanted. Days are UTC, ISO, and both included. */
export interface AuditFilter {
  actorId?: MemberId | undefined;
  kind?: AuditKind | undefined;
  outcome?: AuditOutcome | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export interface AuditPage {
  /** Whose trail it is. */
  title: string;
  /** False: an administrator's part of a program's trail. */
  isWhole: boolean;
  /** Entries about whoever the reader is recused from are left out. */
  isRecused: boolean;
  /** Newest first. */
  entries: { seq: number; at: string; who: string; what: string; outcome: AuditOutcome }[];
  /** To be handed back for the entries before these; null when there are none. */
  older: number | null;
  /** To choose from. */
  people: { id: MemberId; name: string }[];
  kinds: AuditKind[];
}

export type AuditFile =
  | { ok: true; fileName: string; lines: AsyncIterable<string> }
  | { ok: false; status: 404 | 503; message: string };

/** The trail of a program, or, for null, of the installation. */
export interface AuditPages {
  /** Null: not for this person, or not there. */
  open(
    programId: string | null,
    personId: MemberId,
    filter: AuditFilter,
    before: number | undefined,
  ): Promise<AuditPage | null>;
  file(programId: string | null, personId: MemberId, filter: AuditFilter): Promise<AuditFile>;
}

/** What is held of one match year, and until when. */
export interface HeldYear {
  matchYear: number;
  /** The last day on which it is kept, `2029-06-30`. */
  keptUntil: string;
  isOver: boolean;
  meetings: { title: string; purgedAt: string | null }[];
  held: Taken;
}

export interface RetentionPage {
  programName: string;
  years: number;
  hold: { reason: string; placedBy: string; placedAt: string } | null;
  held: HeldYear[];
  /** What a purge would take now; null when nothing is due or a hold stands. */
  purge: {
    taken: Taken;
    meetingCount: number /** To be handed back: nothing but this is taken. */;
    plan: string;
  } | null;
}

export type RetentionAnswer =
  | { ok: true; taken?: Taken }
  /** 400: what was typed; 404: no program of yours; 409: as things stand; 503: try again. */
  | { ok: false; status: 400 | 404 | 409 | 503; message: string; field?: string };

/** For the program's director. */
export interface RetentionService {
  /** Null: not for this person, or not there. */
  open(programId: string, personId: MemberId): Promise<RetentionPage | null>;
  setYears(programId: string, personId: MemberId, years: string): Promise<RetentionAnswer>;
  placeHold(programId: string, personId: MemberId, reason: string): Promise<RetentionAnswer>;
  liftHold(programId: string, personId: MemberId, reason: string): Promise<RetentionAnswer>;
  purge(programId: string, personId: MemberId, typed: { name: string; plan: string }): Promise<RetentionAnswer>;
}

export type JoinAnswer = ({ ok: true } | { ok: false; refusal: JoinRefusal }) & { setCookie?: string | undefined };

/** The outer side of a meeting's door, for the device of this request; `code` is the link's. */
export interface JoiningService {
  look(code: string): Promise<JoinStep>;
  answer(code: string, intent: JoinIntent): Promise<JoinAnswer>;
  /** For a device that was admitted: its session, limited to the meeting. Null for every other. */
  enter(code: string): Promise<{ meetingId: MeetingId; setCookie: string } | null>;
  /** For a device that waits: who is expected and who is here. Null for every other. */
  expected(code: string): Promise<Expected[] | null>;
}

export type DoorAnswer = { ok: true } | { ok: false; refusal: DoorRefusal };

export interface MeetingLobby {
  meeting: MeetingWords & { phase: MeetingState["phase"] };
  people: Expected[];
  /** May this member show the code to the room? */
  mayShowCode: boolean;
}

/** The inner side, bounded by who asks. */
export interface DoorService {
  /** Null for whoever may not show the code. */
  view(meetingId: MeetingId, personId: MemberId): Promise<DoorView | null>;
  run(meetingId: MeetingId, personId: MemberId, command: DoorCommand): Promise<DoorAnswer>;
  /** For a member who has not pledged yet (JOIN-8): what the pledge is about. Null for every other. */
  pledgeAsked(meetingId: MeetingId, personId: MemberId): Promise<MeetingWords | null>;
  /** False: no meeting of theirs. The first pledge counts. */
  pledge(meetingId: MeetingId, personId: MemberId): Promise<boolean>;
  /** For everybody on the roster. */
  lobby(meetingId: MeetingId, personId: MemberId): Promise<MeetingLobby | null>;
}

export interface RankRoomContext extends SeasonContext {
  /** For inline scripts and styles: the Content-Security-Policy allows nothing else. */
  cspNonce: string;
  /** The demo, where others can come: every page says that anybody is let in as anybody. */
  isOpenToAll: boolean;
  /** A page failed: into the log, with the reference that the person is shown. */
  logFault(reference: string, error: unknown): void;
  /** Null: nobody is signed in, or a session that is limited to one meeting asks for something else (JOIN-4). */
  person: SignedInPerson | null;
  isProduction: boolean;
  signIn: SignInService;
  /** Null: nobody is signed in. */
  account: AccountService | null;
  /** Null: nobody is signed in. */
  proof: ProofService | null;
  meetings: MeetingService;
  programs: ProgramService;
  roster: RosterService;
  arrival: ArrivalService;
  audit: AuditPages;
  retention: RetentionService;
  joining: JoiningService;
  door: DoorService;
  presenter: PresenterService;
  lookingBack: LookingBackService;
}

declare module "@remix-run/node" {
  interface AppLoadContext extends RankRoomContext {}
}
