// What every Remix loader and action is handed. Types only: the web build and the server are two bundles, so singletons
// travel through this object and never through an import (DESIGN, "Parts").
import type { ApplicantId, MeetingId, MemberId } from "../domain/ids";
import type { Role } from "../domain/member";

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

export type SignInRefusal = "linkUnknown" | "linkUsed" | "linkExpired" | "personUnknown" | "demoOff";
export type SignInResult = { ok: true; setCookie: string } | { ok: false; code: SignInRefusal };

export interface SignInService {
  demoEnabled: boolean;
  demoPeople(): Promise<DemoPerson[]>;
  /** Mails a single-use link, or prints it in the server's log. Resolves alike whether or not the address is known. */
  requestLink(email: string): Promise<void>;
  useLink(token: string): Promise<SignInResult>;
  signInAsDemoPerson(email: string): Promise<SignInResult>;
  /** Ends the session of the request; resolves to the header that clears the cookie. */
  signOut(cookieHeader: string | null): Promise<{ setCookie: string }>;
}

export interface MeetingService {
  listFor(personId: MemberId): Promise<MeetingSummary[]>;
}

/** The ids a reader of one applicant's history names. */
export interface ApplicantAddress {
  meetingId: MeetingId;
  applicantId: ApplicantId;
}

export interface RankRoomContext {
  /** For inline scripts and styles: the Content-Security-Policy allows nothing else. */
  cspNonce: string;
  /** Null: nobody is signed in. */
  person: SignedInPerson | null;
  isProduction: boolean;
  signIn: SignInService;
  meetings: MeetingService;
}

declare module "@remix-run/node" {
  interface AppLoadContext extends RankRoomContext {}
}
