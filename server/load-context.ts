// What every Remix loader and action is handed. Types only: the web build and the server are two bundles, so singletons
// travel through this object and never through an import (DESIGN, "Parts").
import type { MeetingEvent } from "../domain/events";
import type { ApplicantId, MeetingId, MemberId } from "../domain/ids";
import type { MeetingState } from "../domain/meeting";
import type { Role } from "../domain/member";
import type { Place } from "../domain/zone";

export interface SignedInPerson {
  id: MemberId;
  name: string;
  email: string;
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
  phase: "open" | "locked";
  /** My role in that meeting. */
  role: Role;
  rankedCount: number;
  applicantCount: number;
}

export type SignInRefusal =
  | "linkUnknown"
  | "linkUsed"
  | "linkExpired"
  | "personUnknown"
  | "demoOff"
  /** Also for an address nobody has, and for somebody without a password. */
  | "passwordWrong"
  | "tooManyTries"
  /** Who they are is proved, and their program takes single sign-on only. */
  | "ssoRequired"
  | "ssoUnavailable"
  | "ssoFailed"
  /** The account at the provider is nobody's here. */
  | "ssoUnconnected"
  /** The account at the provider is somebody else's here. */
  | "ssoTaken";
export type SignInResult = { ok: true; setCookie: string } | { ok: false; code: SignInRefusal };

/** The provider's page to go to, and the cookie that ties the way back to this browser. */
export type SsoStart = { ok: true; redirectTo: string; setCookie: string } | { ok: false; code: SignInRefusal };
export type SsoResult = { ok: true; setCookie: string; returnTo: string } | { ok: false; code: SignInRefusal };

export interface SignInService {
  demoEnabled: boolean;
  /** What people here call their single sign-on; null: there is none. */
  ssoName: string | null;
  /** Nobody but an administrator signs in by link or password. */
  isSsoRequired: boolean;
  demoPeople(): Promise<DemoPerson[]>;
  /** Mails a single-use link, or prints it in the server's log. Resolves alike whether or not the address is known. */
  requestLink(email: string): Promise<{ ok: true } | { ok: false; code: SignInRefusal }>;
  /** Refused with `ssoRequired`, it may be answered with a way to connect the account that signs in from then on. */
  useLink(token: string): Promise<SignInResult & { connect?: SsoStart }>;
  usePassword(email: string, password: string): Promise<SignInResult>;
  beginSso(returnTo: string): Promise<SsoStart>;
  /** `search` is what the provider sent the browser back with. */
  finishSso(search: string): Promise<SsoResult>;
  signInAsDemoPerson(email: string): Promise<SignInResult>;
  /** Ends the session of the request; resolves to the header that clears the cookie. */
  signOut(): Promise<{ setCookie: string }>;
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
  method: "link" | "password" | "sso" | "demo";
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

/** A meeting as its viewer may see it, for the first render; the socket goes on from `seq`. */
export interface OpenedMeeting {
  seq: number;
  /** To hand back when joining: see domain/protocol. */
  view: string;
  memberId: MemberId;
  state: MeetingState;
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

export type RankListFormat = "r3-aamc" | "r3-nrmp" | "csv" | "xlsx";
export type RankListFile =
  | { ok: true; fileName: string; contentType: string; content: string | Uint8Array }
  /** 404: none of your meetings; 403: not for your role; 409: the list itself is in the way. */
  | { ok: false; status: 403 | 404 | 409; message: string };

/** Every read is bounded by who reads: null where there is nothing for them. */
export interface MeetingService {
  listFor(personId: MemberId): Promise<MeetingSummary[]>;
  open(meetingId: MeetingId, personId: MemberId): Promise<OpenedMeeting | null>;
  historyOf(meetingId: MeetingId, applicantId: ApplicantId, personId: MemberId): Promise<HistoryEntry[] | null>;
  rankListFile(meetingId: MeetingId, personId: MemberId, format: RankListFormat): Promise<RankListFile>;
}

export interface RankRoomContext {
  /** For inline scripts and styles: the Content-Security-Policy allows nothing else. */
  cspNonce: string;
  /** Null: nobody is signed in. */
  person: SignedInPerson | null;
  isProduction: boolean;
  signIn: SignInService;
  /** Null: nobody is signed in. */
  account: AccountService | null;
  meetings: MeetingService;
}

declare module "@remix-run/node" {
  interface AppLoadContext extends RankRoomContext {}
}
