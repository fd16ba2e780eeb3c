// The draft of a preliminary list: the meeting's list without the meeting's rules about what others have said.
import { expect, test } from "vitest";
import { decide } from "../../domain/decide";
import type { MeetingState } from "../../domain/meeting";
import { permissions } from "../../domain/policy";
import { aMeeting, applicantId, member } from "../support/a-meeting";

const aDraft = (): MeetingState => ({ ...aMeeting({ protected: 2, middle: 2 }).state, kind: "draft" });
const ask = (command: Parameters<typeof decide>[1], by = member.pd) =>
  decide(aDraft(), command, { kind: "member", memberId: by }, "cccccccc-0000-4000-8000-000000000001");

test("[DRAFT-2] in a draft nobody is asked why they move somebody", () => {
  const to = { zone: "red", after: null, before: null } as const;
  for (const by of [member.pd, member.coordinator]) {
    expect(ask({ type: "moveApplicant", applicantId: applicantId(1), to }, by)).toMatchObject({ ok: true });
  }
});

test("[DRAFT-2] a draft takes no marks, no settings and no lock", () => {
  const commands = [
    { type: "endorseApplicant", applicantId: applicantId(1), strength: "champion" },
    {
      type: "raiseFlag",
      applicantId: applicantId(1),
      category: "professionalism",
      provenance: "firstHand",
      sentence: "Late",
    },
    { type: "changeSettings", quota: 3 },
    { type: "lockList" },
    { type: "unlockList", reason: "More" },
  ] as const;
  for (const command of commands) {
    expect(ask(command)).toEqual({
      ok: false,
      rejection: { code: "notInDraft", action: permissions[command.type].words },
    });
  }
});
