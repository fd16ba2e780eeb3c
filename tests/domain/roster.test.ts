import { describe, expect, it } from "vitest";
import { apply } from "../../domain/apply";
import type { FollowProgram } from "../../domain/commands";
import type { MatchYear } from "../../domain/match-year";
import { endOf, isOver } from "../../domain/match-year";
import { emptyMeeting, type MeetingState, nameOf } from "../../domain/meeting";
import type { Member, Role } from "../../domain/member";
import { redactEvent, redactState, viewOf } from "../../domain/redact";
import {
  applicantId as a,
  aMeeting,
  id,
  member,
  newCommandId,
  PlayedMeeting,
  secondFaculty,
} from "../support/a-meeting";

const everybody = (state: MeetingState): Member[] => Object.values(state.members);

/** What the program of a played meeting says, with what the test changes in it. */
function said(state: MeetingState, part: Partial<FollowProgram> = {}): FollowProgram {
  const { title, programName, programCode, matchYear, quota, flagAuthorsShown } = state;
  return {
    type: "followProgram",
    version: state.programVersion + 1,
    meeting: { title, programName, programCode, matchYear, quota },
    flagAuthorsShown,
    members: everybody(state),
    removed: [],
    ...part,
  };
}

const typesAfter = (meeting: PlayedMeeting, seq: number) => meeting.events.slice(seq).map(({ type }) => type);

describe("[ROSTER-1] a meeting follows its program", () => {
  it("of what the program says only what differs becomes an event, and the same said twice changes nothing", () => {
    const meeting = aMeeting();
    const before = meeting.events.length;
    const members = [
      ...everybody(meeting.state).filter(({ id: of }) => of !== secondFaculty),
      { id: id("m", 8), name: "Dr new", role: "chief" as Role },
      { id: secondFaculty, name: "Dr second", role: "associatePd" as Role },
    ];
    const command = said(meeting.state, { members, removed: [member.observer], flagAuthorsShown: false });
    expect(meeting.try(command, null)).toBeUndefined();
    expect(typesAfter(meeting, before).sort()).toEqual(
      ["settingsChanged", "memberAdded", "memberChanged", "memberRemoved", "programFollowed"].sort(),
    );
    const stood = meeting.state;
    expect(
      meeting.try({ ...command, members: members.filter(({ id: of }) => of !== member.observer) }, null),
    ).toBeUndefined();
    expect(meeting.state).toBe(stood);
  });

  it("an older version is not heard after a newer one", () => {
    const meeting = aMeeting();
    const older = said(meeting.state, { version: 4 });
    meeting.try(said(meeting.state, { version: 5, removed: [member.faculty], members: [] }), null);
    meeting.try(older, null);
    expect(meeting.state.members[member.faculty]).toBeUndefined();
    expect(meeting.state.programVersion).toBe(5);
  });

  it("reaches a locked meeting, and opens one that has no event yet", () => {
    const locked = aMeeting().do({ type: "lockList" });
    expect(locked.try(said(locked.state, { removed: [member.faculty], members: [] }), null)).toBeUndefined();
    expect(locked.state.members[member.faculty]).toBeUndefined();
    const fresh = new PlayedMeeting(emptyMeeting(locked.state.id));
    fresh.try({ ...said(locked.state), version: 1 }, null);
    expect(fresh.state).toMatchObject({ title: "Rank meeting", quota: 2, championLimit: 5, programVersion: 1 });
    expect(fresh.state.members[member.pd]?.role).toBe("pd");
  });

  it("is no member's to ask for, not the director's either", () => {
    const meeting = aMeeting();
    for (const memberId of Object.values(member)) {
      expect(meeting.try(said(meeting.state, { removed: [member.faculty] }), memberId)?.code).toBe("notAllowed");
    }
  });

  it("a match year is over when its last day has passed and another has followed", () => {
    const years: MatchYear[] = [
      { year: 2028, dates: {} },
      { year: 2027, dates: { ends: "2027-07-15" } },
    ];
    const [next, last] = years as [MatchYear, MatchYear];
    expect([endOf(next), endOf(last)]).toEqual(["2028-06-30", "2027-07-15"]);
    expect(isOver(last, years, "2027-07-15")).toBe(false);
    expect(isOver(last, years, "2027-07-16")).toBe(true);
    expect(isOver(last, [last], "2030-01-01")).toBe(false);
    expect(isOver(next, years, "2030-01-01")).toBe(false);
  });
});

describe("[ROSTER-2] whoever is taken off the roster", () => {
  const withoutChief = () => {
    const meeting = aMeeting().do(
      { type: "endorseApplicant", applicantId: a(1), strength: "champion", evidence: "Ran the ward well." },
      member.chief,
    );
    meeting.try(said(meeting.state, { removed: [member.chief], members: [] }), null);
    return meeting;
  };

  it("is a stranger: no view, no command, no champion of theirs lost", () => {
    const meeting = withoutChief();
    expect(viewOf(meeting.state, member.chief)).toBeUndefined();
    expect(meeting.try({ type: "undoMove" }, member.chief)?.code).toBe("notAMember");
    expect(meeting.try({ type: "liftRecusal", memberId: member.chief, applicantId: a(1), reason: "x" })?.code).toBe(
      "memberUnknown",
    );
    const [mark] = Object.values(meeting.state.endorsements);
    expect(mark?.by).toBe(member.chief);
    expect(nameOf(meeting.state, member.chief)).toBe("Dr chief");
  });

  it("does not come back by an old change of role, and comes back when the program says so", () => {
    const meeting = withoutChief();
    meeting.record({ type: "memberChanged", memberId: member.chief, name: "Dr chief", role: "pd" });
    expect(meeting.state.members[member.chief]).toBeUndefined();
    const back = { id: member.chief, name: "Dr chief", role: "faculty" as Role };
    meeting.try(said(meeting.state, { members: [back] }), null);
    expect(meeting.state.members[member.chief]).toEqual(back);
    expect(meeting.state.formerMembers).toEqual({});
  });

  it("a recusal of theirs stands when they are back", () => {
    const meeting = aMeeting().do({ type: "declareRecusal", applicantId: a(2) }, member.chief);
    meeting.try(said(meeting.state, { removed: [member.chief], members: [] }), null);
    meeting.try(said(meeting.state, { members: [{ id: member.chief, name: "Dr chief", role: "pd" }] }), null);
    expect(viewOf(meeting.state, member.chief)?.withheld).toEqual([a(2)]);
  });
});

describe("[ROSTER-3] an import keeps a program director", () => {
  const season = (state: MeetingState, members: Member[]) => {
    const { title, programName, programCode, matchYear, quota } = state;
    const meeting = { title, programName, programCode, matchYear, quota };
    return { type: "importSeason" as const, meeting, quotaGiven: false, members, applicants: [] };
  };

  it("refuses files that would leave none, and takes those that name another", () => {
    const meeting = aMeeting();
    const demoted: Member = { id: member.pd, name: "Dr pd", role: "faculty" };
    expect(meeting.try(season(meeting.state, [demoted]), null)?.code).toBe("lastDirector");
    const next: Member = { id: member.faculty, name: "Dr faculty", role: "pd" };
    expect(meeting.try(season(meeting.state, [demoted, next]), null)).toBeUndefined();
    expect(meeting.state.members[member.faculty]?.role).toBe("pd");
  });
});

describe("[SEE-4] a flag's author", () => {
  const flagId = id("c", 9001);
  /** A flag of a faculty member, struck again by them, in a program that shows authors to hosts alone. */
  function flagged(flagAuthorsShown: boolean) {
    const meeting = aMeeting();
    meeting.try(said(meeting.state, { flagAuthorsShown }), null);
    const from = meeting.events.length;
    const states = [meeting.state];
    const about = { applicantId: a(3), category: "other", provenance: "firstHand", sentence: "Late." } as const;
    meeting.do({ type: "raiseFlag", ...about }, member.faculty, flagId);
    states.push(meeting.state);
    meeting.do({ type: "strikeFlag", markId: flagId, reason: "A mistake." }, member.faculty, newCommandId());
    const received = (memberId: string) => {
      const view = viewOf(meeting.state, memberId);
      if (!view) throw new Error("not on the roster");
      const events = meeting.events
        .slice(from)
        .map((event, at) => redactEvent(event, states[at] as MeetingState, view));
      return {
        events,
        state: redactState(meeting.state, view, memberId),
        start: redactState(states[0] as MeetingState, view, memberId),
      };
    };
    return { meeting, received };
  }

  it("is shown to everybody unless the program says otherwise", () => {
    const { received } = flagged(true);
    for (const memberId of Object.values(member)) {
      expect(received(memberId).state.flags[flagId]?.by).toBe(member.faculty);
    }
  });

  it("hidden, it is in nothing that others receive, and the hosts and the author have it", () => {
    const { received } = flagged(false);
    const sees = Object.fromEntries(
      Object.entries(member).map(([role, memberId]) => {
        const { events, state } = received(memberId);
        const wire = JSON.stringify([events, state.flags]);
        return [role, wire.includes(member.faculty)];
      }),
    );
    expect(sees).toEqual({
      pd: true,
      associatePd: true,
      coordinator: false,
      chief: false,
      faculty: true,
      observer: false,
    });
    expect(received(secondFaculty).state.flags[flagId]).toMatchObject({ by: "", struck: { by: "" } });
  });

  it("what a viewer folds from their events is what they would be sent", () => {
    const { received } = flagged(false);
    for (const memberId of [...Object.values(member), secondFaculty]) {
      const { events, state, start } = received(memberId);
      expect(events.reduce(apply, start).flags).toEqual(state.flags);
    }
  });

  it("struck by a host the striker is named, because that says nothing of the author", () => {
    const meeting = aMeeting();
    meeting.try(said(meeting.state, { flagAuthorsShown: false }), null);
    const about = { applicantId: a(3), category: "other", provenance: "firstHand", sentence: "Late." } as const;
    meeting.do({ type: "raiseFlag", ...about }, member.faculty, flagId);
    meeting.do({ type: "strikeFlag", markId: flagId, reason: "Settled." }, member.pd, newCommandId());
    const view = viewOf(meeting.state, member.observer);
    const seen = view && redactState(meeting.state, view, member.observer).flags[flagId];
    expect(seen).toMatchObject({ by: "", struck: { by: member.pd } });
  });
});
