// The files and pages that belong to a meeting, for whoever may open them: for its menu, and for its commands.
import type { MeetingKind } from "../../domain/meeting-kind";
import type { Role } from "../../domain/member";
import { mayAtDoor, mayInProgram, maySee } from "../../domain/policy";

export interface PlaceGroup {
  heading: string;
  /** In a window of its own, so that the meeting stays where it is. */
  isApart?: true;
  places: readonly { path: string; label: string }[];
}

const files = [
  { path: "r3.txt?id=aamc", label: "File for R3, by AAMC ID" },
  { path: "r3.txt?id=nrmp", label: "File for R3, by NRMP ID" },
  { path: "rank-list.csv", label: "Spreadsheet, CSV" },
  { path: "rank-list.xlsx", label: "Spreadsheet, Excel" },
] as const;

const past = [
  { path: "differences", label: "What has changed" },
  { path: "at", label: "As it was at …" },
  { path: "minutes", label: "Minutes" },
] as const;

/** Paths below the meeting's own. */
export const meetingPlaces = (role: Role, kind: MeetingKind): PlaceGroup[] => [
  // Of a rehearsal there are none (REHEARSE-2).
  ...(maySee(role, "rankListFile") && kind === "meeting"
    ? [{ heading: "The list as a file", isApart: true, places: files } as const]
    : []),
  { heading: "Looking back", isApart: true, places: past },
  ...(mayAtDoor(role, "showCode")
    ? [{ heading: "The wall", places: [{ path: "presenter", label: "Presenter screen" }] }]
    : []),
  ...(mayInProgram({ role, isAdministrator: false }, "rehearse")
    ? [{ heading: "Practice", places: [{ path: "rehearsal", label: "Rehearsal" }] }]
    : []),
  ...(mayInProgram({ role, isAdministrator: false }, "viewRoster")
    ? [{ heading: "Program", places: [{ path: "roster", label: "Roster" }] }]
    : []),
];
