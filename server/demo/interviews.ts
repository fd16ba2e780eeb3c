// Who interviewed whom in the demo's seasons, and what they wrote: raters who use the scale each in their own way, a few notes that
// are not written yet, and some who say "I'd work with them".
import type { ApplicantFacts } from "../../domain/applicant";
import type { ApplicantId, MemberId } from "../../domain/ids";
import { type InterviewNoteContent, noteQuestions, tidyNote } from "../../domain/note-words";
import type { Random } from "../../domain/seeded-random";

export interface DemoInterview {
  applicantId: ApplicantId;
  raterId: MemberId;
  /** ISO date. */
  heldOn: string;
  /** Empty: not written yet. */
  content: InterviewNoteContent;
}

export interface DemoInterviewee {
  id: ApplicantId;
  facts: ApplicantFacts;
}

const evidence = {
  passesExams: [
    "Steps on time, and can say how they study.",
    "Says what they still find hard, and what they do about it.",
    "No Step 3 plan yet.",
  ],
  showsUpSafely: [
    "Called for help early in the case they described.",
    "Their letters mention reliability twice.",
    "Vague about handovers.",
  ],
  wantsToBeHere: [
    "Named two of our clinics.",
    "Rotated here, and asked about the night float.",
    "Could not say why this program.",
  ],
  willStay: ["Partner works in the city.", "Wants to practise in the region.", "Open about fellowship elsewhere."],
} as const;

const texts = [
  "Easy to talk to, thinks aloud, and changed their mind when given a new fact.",
  "Strong case presentation. Short on questions for us.",
  "Quiet at first, then precise. Would ask a second interviewer about teamwork.",
  "Clear about what they do not know yet.",
];

/** How a rater uses the scale: adds this to everybody. */
const leanings = [0.5, -0.4, 0.1, 0, -0.7, 0.3, 0.2, -0.1];

export function demoInterviews(
  random: Random,
  interviewees: readonly DemoInterviewee[],
  { raterIds, unwritten }: { raterIds: readonly MemberId[]; unwritten: number },
): DemoInterview[] {
  let turn = 0;
  return interviewees.flatMap(({ id: applicantId, facts }) => {
    const { interviewDate: heldOn = "2026-12-01", interviewScore: base = 3 } = facts;
    return Array.from({ length: random.chance(0.25) ? 3 : 2 }, (): DemoInterview => {
      turn += 1;
      const at = turn % raterIds.length;
      const raterId = raterIds[at] ?? "";
      const leaning = leanings[at % leanings.length] ?? 0;
      const isWritten = !random.chance(unwritten);
      const content = isWritten ? demoNote(random, base + leaning, heldOn) : {};
      return { applicantId, raterId, heldOn, content };
    });
  });
}

function demoNote(random: Random, impression: number, heldOn: string): InterviewNoteContent {
  const scored = Math.round((impression + random.next() * 1.2 - 0.6) * 2) / 2;
  const score = Math.min(5, Math.max(1, scored));
  const answers: NonNullable<InterviewNoteContent["answers"]> = {};
  for (const question of noteQuestions) {
    const doubt = random.next() * 5;
    const answer = doubt < score ? "yes" : doubt < score + 1 ? "unsure" : "no";
    const [good, also, poor] = evidence[question];
    const said = answer === "yes" ? random.pick([good, also]) : poor;
    answers[question] = { answer, ...(random.chance(0.6) && { evidence: said }) };
  }
  return tidyNote({
    score,
    answers,
    ...(score >= 4.5 && random.chance(0.8) && { worksWithSince: `${heldOn}T21:30:00.000Z` }),
    ...(random.chance(0.5) && { text: random.pick(texts) }),
  });
}
