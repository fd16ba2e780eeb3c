// Builders of meetings for tests of the core: `aMeeting({ protected: 2, middle: 3 })`. Ids are readable; names are made up.
import { apply } from "../../domain/apply";
import type { Command, MemberCommand } from "../../domain/commands";
import { decide } from "../../domain/decide";
import type { EventBody, MeetingEvent } from "../../domain/events";
import { emptyMeeting, type MeetingState } from "../../domain/meeting";
import type { Role } from "../../domain/member";
import type { Actor } from "../../domain/policy";
import type { Rejection } from "../../domain/rejection";

/** A valid UUID that reads as what it stands for: `id("a", 3)`. */
export const id = (kind: "a" | "m" | "c", n: number): string => {
  const kinds = { a: "aaaaaaaa", m: "bbbbbbbb", c: "cccccccc" };
  return `${kinds[kind]}-0000-4000-8000-${String(n).padStart(12, "0")}`;
};
export const applicantId = (n: number): string => id("a", n);

/** One member per role, by role. */
export const member: Record<Role, string> = {
  pd: id("m", 1),
  associatePd: id("m", 2),
  coordinator: id("m", 3),
  chief: id("m", 4),
  faculty: id("m", 5),
  observer: id("m", 6),
};
export const secondFaculty = id("m", 7);

export interface MeetingShape {
  protected?: number;
  middle?: number;
  red?: number;
  unplaced?: number;
}

let commandNumber = 0;
export const newCommandId = (): string => {
  commandNumber += 1;
  return id("c", commandNumber);
};

/** A meeting being played: every step goes through `decide` and `apply`, and is kept. */
export class PlayedMeeting {
  readonly events: MeetingEvent[] = [];
  constructor(public state: MeetingState) {}

  record(body: EventBody, by: string | null = null, commandId = newCommandId()): this {
    const seq = this.state.seq + 1;
    const at = new Date(Date.UTC(2027, 1, 1, 9, 0, seq)).toISOString();
    const event: MeetingEvent = { ...body, seq, at, by, commandId };
    this.events.push(event);
    this.state = apply(this.state, event);
    return this;
  }

  /** The rejection, or undefined when it was accepted. */
  try(command: Command, by: string | null = member.pd, commandId = newCommandId()): Rejection | undefined {
    const actor: Actor = by === null ? { kind: "system" } : { kind: "member", memberId: by };
    const decision = decide(this.state, command, actor, commandId);
    if (!decision.ok) return decision.rejection;
    for (const body of decision.events) this.record(body, by, commandId);
    return undefined;
  }

  /** @throws when it is refused: for steps that a test takes for granted. */
  do(command: MemberCommand, by: string = member.pd, commandId = newCommandId()): this {
    const rejection = this.try(command, by, commandId);
    if (rejection) throw new Error(`${command.type} was refused: ${rejection.code}`);
    return this;
  }
}

const opened = {
  type: "meetingOpened",
  title: "Rank meeting",
  programName: "Internal Medicine",
  programCode: "1000140C0",
  matchYear: 2027,
  quota: 2,
  championLimit: 5,
} as const;

/** Applicants 1 … n in the order protected, middle, red, unplaced; the members of `member` and a second faculty member. */
export function aMeeting(shape: MeetingShape = { protected: 3, middle: 4, red: 2 }): PlayedMeeting {
  const meeting = new PlayedMeeting(emptyMeeting("dddddddd-0000-4000-8000-000000000001"));
  meeting.record(opened);
  for (const [role, memberId] of Object.entries(member)) {
    meeting.record({ type: "memberAdded", member: { id: memberId, name: `Dr ${role}`, role: role as Role } });
  }
  meeting.record({ type: "memberAdded", member: { id: secondFaculty, name: "Dr second", role: "faculty" } });
  const lists = addApplicants(meeting, shape);
  return meeting.record({ type: "preliminaryFrozen", ...lists });
}

/** The same as a draft: its members are those who prepare. */
export function aDraft(shape: MeetingShape = { protected: 3, middle: 4, red: 1, unplaced: 1 }): PlayedMeeting {
  const draft = new PlayedMeeting(emptyMeeting("dddddddd-0000-4000-8000-000000000002"));
  draft.record({ ...opened, title: "Preliminary list", kind: "draft" });
  for (const role of ["pd", "associatePd", "coordinator"] as const) {
    draft.record({ type: "memberAdded", member: { id: member[role], name: `Dr ${role}`, role } });
  }
  const lists = addApplicants(draft, shape);
  return draft.record({ type: "listArranged", source: "imported", ...lists });
}

function addApplicants(meeting: PlayedMeeting, shape: MeetingShape) {
  const { protected: top = 0, middle = 0, red = 0, unplaced = 0 } = shape;
  const count = top + middle + red + unplaced;
  for (let n = 1; n <= count; n++) {
    meeting.record({
      type: "applicantAdded",
      applicant: {
        id: applicantId(n),
        name: `Last${n}, First${n}`,
        aamcId: String(10_000_000 + n),
        nrmpId: `N${1_000_000 + n}`,
        // The first two are a couple: each file names the other.
        ...(n <= 2 && { couple: true, couplePartner: `First${3 - n} Last${3 - n}` }),
        visa: n % 2 === 0 ? "needed" : "none",
        withdrawn: false,
      },
    });
  }
  const ids = Array.from({ length: count }, (_, index) => applicantId(index + 1));
  return {
    protected: ids.slice(0, top),
    middle: ids.slice(top, top + middle),
    red: ids.slice(top + middle, top + middle + red),
  };
}
