// What the demo's people have said of applicants when its meeting is opened first: what their notes say, champions with what they
// saw, flags in every state, and an agenda. Each by the command that its author would give, on a day of the week before.
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema";
import type { SeasonRow } from "../../db/seasons";
import type { Command, MemberCommand } from "../../domain/commands";
import type { ApplicantId, MeetingId, MemberId } from "../../domain/ids";
import type { EndorsementStrength, FlagCategory, Provenance, Relationship } from "../../domain/marks";
import { endorsementsOf, type MeetingState } from "../../domain/meeting";
import { rankedIds } from "../../domain/rank-list";
import type { Dispatcher } from "../dispatch";
import type { LiveMeetings } from "../live-meetings";
import { hearNotes } from "../notes/hear-notes";
import type { DemoClock } from "./demo-clock";

interface DemoEndorsement {
  rank: number;
  by: string;
  strength: EndorsementStrength;
  relationship: Relationship;
  evidence: string;
}

const endorsements: readonly DemoEndorsement[] = [
  {
    ...{ rank: 2, by: "Naveen Boateng", strength: "champion", relationship: "workedWith" },
    evidence: "Stayed two hours with a family after a bad night, and the handover was still complete.",
  },
  {
    ...{ rank: 6, by: "Sabine Duarte", strength: "champion", relationship: "supervised" },
    evidence: "Noticed the rising lactate before I did, and called early.",
  },
  {
    ...{ rank: 9, by: "Joon Adeyemi", strength: "strong", relationship: "interviewed" },
    evidence: "Told us of a mistake of their own, and what they changed after it.",
  },
  {
    ...{ rank: 14, by: "Emeka Grünwald", strength: "champion", relationship: "supervised" },
    evidence: "Ran the list on a short-staffed week and taught the student while doing it.",
  },
  {
    ...{ rank: 14, by: "Naveen Boateng", strength: "strong", relationship: "workedWith" },
    evidence: "The nurses asked whether they would come back.",
  },
  {
    ...{ rank: 21, by: "Parisa Hollis", strength: "strong", relationship: "supervised" },
    evidence: "Reads the chart before rounds and says plainly what is not known yet.",
  },
  {
    ...{ rank: 33, by: "Oskar Mistry", strength: "champion", relationship: "workedWith" },
    evidence: "Took the hardest patient of the ward every day of the month.",
  },
  {
    ...{ rank: 43, by: "Linh Moreau", strength: "champion", relationship: "supervised" },
    evidence: "The best sub-intern I had in three years: safe, fast and kind.",
  },
  {
    ...{ rank: 58, by: "Tamar Pacheco", strength: "strong", relationship: "supervised" },
    evidence: "Built the discharge checklist that we still use.",
  },
  {
    ...{ rank: 77, by: "Nia Thornbury", strength: "strong", relationship: "metBriefly" },
    evidence: "Asked the one question at grand rounds that the speaker had to think about.",
  },
];

interface DemoFlag {
  rank: number;
  by: string;
  category: FlagCategory;
  provenance: Provenance;
  sentence: string;
  verdict?: { type: "verifyFlag" | "dismissFlag"; by: string; reason: string };
}

const flags: readonly DemoFlag[] = [
  {
    ...{ rank: 12, by: "Wanjiru Katz", category: "professionalism", provenance: "firstHand" },
    sentence: "Left my ward before sign-out on two evenings in October without telling the team.",
    verdict: {
      ...{ type: "verifyFlag", by: "Joon Adeyemi" },
      reason: "I spoke to the senior resident of that week, who says the same.",
    },
  },
  {
    ...{ rank: 24, by: "Fiona Ibarra", category: "examination", provenance: "document" },
    sentence: "The dean's letter names a repeated clerkship examination that the application leaves out.",
  },
  {
    ...{ rank: 47, by: "Santiago Kovács", category: "communication", provenance: "secondHand" },
    sentence: "A colleague told me that pages went unanswered at night.",
  },
  {
    ...{ rank: 58, by: "Zubair Laurent", category: "patientSafety", provenance: "firstHand" },
    sentence: "Wrote an order for the wrong patient in our simulation and did not correct it when asked.",
    verdict: { type: "verifyFlag", by: "Renata Almqvist", reason: "The simulation report says so." },
  },
  {
    ...{ rank: 91, by: "Ines Rosenthal", category: "integrity", provenance: "document" },
    sentence: "The letter dates the rotation a year earlier than the application does.",
    verdict: {
      type: "dismissFlag",
      by: "Joon Adeyemi",
      reason: "The school has confirmed the date: a slip in the letter.",
    },
  },
];

const agenda: readonly { rank: number; why: string }[] = [
  { rank: 12, why: "Protected with a verified flag: do they stay there?" },
  { rank: 43, why: "A champion just below protected." },
  { rank: 58, why: "Praise and a verified flag from the same month." },
  { rank: 24, why: "A flag that waits for the dean's office." },
];

interface Scene {
  db: Kysely<Database>;
  live: LiveMeetings;
  dispatch: Dispatcher["dispatch"];
  clock: DemoClock;
  season: SeasonRow;
  members: readonly { id: MemberId; name: string }[];
}

export async function markFirst({ db, live, dispatch, clock, season, members }: Scene): Promise<void> {
  const { meetingId } = season;
  if (meetingId === null) throw new Error("the demo's first season has a meeting");
  await hearNotes({ db, live, dispatch }, season);
  const now = (): Promise<MeetingState> => stateOf(db, live, meetingId);
  const ranked = rankedIds((await now()).order);
  const at = (rank: number): ApplicantId => ranked[rank - 1] ?? "";
  const idOf = (name: string): MemberId => members.find((member) => member.name === name)?.id ?? "";
  const ask = async (command: Command, by: string): Promise<string> => {
    const commandId = randomUUID();
    const actor = { kind: "member", memberId: idOf(by) } as const;
    const answer = await dispatch({ meetingId, commandId, command, actor });
    if (!answer.ok) throw new Error(`the demo was refused: ${answer.message}`);
    return commandId;
  };

  clock.goTo(4);
  for (const { rank, by, ...said } of endorsements) {
    const applicantId = at(rank);
    // Said in passing in a note before: now they say more.
    const before = endorsementsOf(await now(), applicantId).find((mark) => mark.by === idOf(by));
    const reason = "I say more of them now.";
    if (before) await ask({ type: "strikeEndorsement", markId: before.id, reason }, by);
    await ask({ type: "endorseApplicant", applicantId, ...said }, by);
  }
  clock.goTo(3);
  const raised: { markId: string; verdict: DemoFlag["verdict"] }[] = [];
  for (const { rank, by, verdict, ...flag } of flags) {
    raised.push({ markId: await ask({ type: "raiseFlag", applicantId: at(rank), ...flag }, by), verdict });
  }
  clock.goTo(2);
  for (const { markId, verdict } of raised) {
    if (verdict) await ask({ type: verdict.type, markId, reason: verdict.reason } satisfies MemberCommand, verdict.by);
  }
  clock.goTo(1);
  for (const { rank, why } of agenda) await ask({ type: "addToAgenda", applicantId: at(rank), why }, "Renata Almqvist");
}

async function stateOf(db: Kysely<Database>, live: LiveMeetings, meetingId: MeetingId): Promise<MeetingState> {
  const state = await live.fresh(db, meetingId);
  if (!state) throw new Error("the demo's meeting was imported");
  return state;
}
