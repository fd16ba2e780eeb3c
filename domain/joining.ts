// Joining a meeting by its link (JOIN-1 … JOIN-8): the steps and what each may show, and every refusal as a sentence. Until a host has admitted somebody, a step holds names and roles and nothing else of the meeting.
import { counted } from "./count-words";
import type { MeetingId, MemberId } from "./ids";
import type { Role } from "./member";

export const PASSCODE_DIGITS = 6;
/** Wrong passcodes that one link takes from everybody together; then a host has to renew it (JOIN-2). */
export const WRONG_TRIES_MAX = 50;
/** People who may be in by passcode at a time, unless the host sets another number. */
export const SEATS_DEFAULT = 60;
export const SEATS_MAX = 500;
/** So often a device may be refused and ask again. */
export const REFUSALS_MAX = 3;

export interface MeetingWords {
  title: string;
  programName: string;
}

/** Somebody of the roster, as the door shows them. */
export interface Expected {
  id: MemberId;
  name: string;
  role: Role;
  /** In the room, or waiting for a host; null: neither. */
  presence: "here" | "waiting" | null;
}

export type JoinStep =
  | { step: "unknown" }
  | { step: "ended" }
  /** Closed by too many wrong passcodes. */
  | { step: "spent" }
  | { step: "passcode" /** Signed in here as somebody who is not on this roster. */; otherPerson: string | null }
  | { step: "name"; meeting: MeetingWords; roster: Expected[] }
  | { step: "taken"; meeting: MeetingWords; name: string }
  | { step: "pledge"; meeting: MeetingWords; name: string; isSignedIn: boolean }
  | { step: "full"; meeting: MeetingWords }
  | { step: "waiting"; meeting: MeetingWords; name: string }
  | { step: "refused"; meeting: MeetingWords; sentence: string | null; mayAskAgain: boolean }
  | { step: "replaced"; meeting: MeetingWords }
  /** A host said yes: this device may come in. */
  | { step: "admitted" }
  /** In already, by a sign-in or by an earlier admission. */
  | { step: "inside"; meetingId: MeetingId };

export type JoinRefusal =
  | { code: "notUnderstood" }
  | { code: "linkUnknown" }
  | { code: "linkEnded" }
  | { code: "linkSpent" }
  | { code: "wait"; seconds: number }
  | { code: "passcodeForm" }
  | { code: "passcodeWrong" }
  | { code: "nameUnknown" }
  | { code: "signInNeeded"; name: string }
  | { code: "pledgeNeeded" }
  | { code: "full" }
  /** The step asked for is not the one this device is at. */
  | { code: "outOfTurn" };

const span = (seconds: number): string => {
  if (seconds < 60) return `${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  const minutes = Math.ceil(seconds / 60);
  return `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
};

export function joinSentence(refusal: JoinRefusal): string {
  switch (refusal.code) {
    case "notUnderstood":
      return "That was not understood. Please use the buttons on the page.";
    case "linkUnknown":
      return "There is no meeting at this link. Scan the code on the host's screen again.";
    case "linkEnded":
      return "This link has ended. Scan the code on the host's screen again.";
    case "linkSpent":
      return "Too many wrong passcodes were entered, so this link is closed. A host can renew it.";
    case "wait":
      return `Too many wrong tries. Wait ${span(refusal.seconds)}, then enter the passcode again.`;
    case "passcodeForm":
      return `The passcode has ${PASSCODE_DIGITS} digits. It is on the host's screen.`;
    case "passcodeWrong":
      return "That is not the passcode. Look at the host's screen and enter it again.";
    case "nameUnknown":
      return "That name is not on this meeting's roster. Pick one from the list.";
    case "signInNeeded":
      return `${refusal.name} has to sign in: that role can do more than a passcode may give.`;
    case "pledgeNeeded":
      return "Tick the pledge to go on.";
    case "full":
      return "The meeting is full. A host can make more places.";
    case "outOfTurn":
      return "Something changed meanwhile. Go on with what this page asks now.";
  }
}

export type DoorRefusal =
  | { code: "notUnderstood" }
  | { code: "meetingUnknown" }
  | { code: "notAllowed" }
  | { code: "draftHasNoDoor" }
  | { code: "rehearsalHasNoDoor" }
  | { code: "requestGone" }
  /** Only names that are in use elsewhere wait. */
  | { code: "oneByOne" }
  | { code: "full"; seats: number; left: number };

export function doorSentence(refusal: DoorRefusal): string {
  switch (refusal.code) {
    case "notUnderstood":
      return "That was not understood. Reload the page and try again.";
    case "meetingUnknown":
      return "There is no such meeting, or you are not on its roster.";
    case "notAllowed":
      return "That is for the program director or the associate PD.";
    case "draftHasNoDoor":
      return "This is the draft of a preliminary list, for those who prepare it. Nobody is let in before it has opened the meeting.";
    case "rehearsalHasNoDoor":
      return "This is a rehearsal, for the hosts who practise in it. Nobody is let in: invite the room to the meeting itself.";
    case "requestGone":
      return "That request is gone: they left the queue, or another host has decided.";
    case "oneByOne":
      return "Names that are in use on another device are let in one by one, so that the right device stays.";
    case "full":
      return `All of ${counted(refusal.seats, "place")} by passcode are taken; ${refusal.left} still ${refusal.left === 1 ? "waits" : "wait"}. Make more places to admit them.`;
  }
}

/** A QR code as one SVG path on a square of `size` modules, its quiet zone included. */
export interface QrDrawing {
  size: number;
  path: string;
}

export interface Invitation {
  link: string;
  qr: QrDrawing;
  passcode: string;
  /** ISO time. */
  expiresAt: string;
  seats: number;
  /** Closed by too many wrong passcodes: only a renewal helps. */
  isSpent: boolean;
}

export interface QueueEntry {
  requestId: string;
  name: string;
  role: Role;
  /** ISO time. */
  since: string;
  /** The name is in use on another device, which this one would take over from. */
  continues: boolean;
}

/** The door as those see it who may show the code. */
export interface DoorView {
  meeting: MeetingWords;
  /** Null: nobody can ask to come in. */
  invitation: Invitation | null;
  queue: QueueEntry[];
  /** People in by passcode. */
  seated: number;
}
