// Open questions about an applicant (FILE-3). What facts leave open is only suggested: a person asks it, and names who will find out.

import type { ApplicantFacts } from "./applicant";
import { counted } from "./count-words";
import { gapsOf, monthWords, untoldTime } from "./timeline";

export interface SuggestedQuestion {
  /** Names the fact, so that what was asked once is not suggested again. */
  fact: string;
  question: string;
}

/** Longest question, answer and sentence of a call, in characters. */
export const QUESTION_MAX = 500;

export function suggestedQuestions(facts: ApplicantFacts, matchYear: number): SuggestedQuestion[] {
  return [...gapQuestions(facts, matchYear), ...examQuestions(facts), ...ecfmgQuestion(facts)];
}

function gapQuestions(facts: ApplicantFacts, matchYear: number): SuggestedQuestion[] {
  const questions: SuggestedQuestion[] = [];
  for (const { from, to, months } of gapsOf(facts, matchYear) ?? []) {
    const question = `Unexplained gap of ${counted(months, "month")}, ${monthWords(from)} to ${monthWords(to)}: ask.`;
    questions.push({ fact: `gap ${from}`, question });
  }
  const untold = untoldTime(facts, matchYear);
  if (untold) {
    const span = `${monthWords(untold.from)} to ${monthWords(untold.to)}`;
    questions.push({ fact: "untold", question: `The file does not say what was done from ${span}: ask.` });
  }
  if (facts.interrupted && !facts.interruptedWhy) {
    const question = "Education or training was interrupted, and the file does not say why: ask.";
    questions.push({ fact: "interruption", question });
  }
  return questions;
}

/** More than one attempt, or one that failed, without a word of explanation. */
function examQuestions({ step1, step2, step3, comlex2, examExplanation }: ApplicantFacts): SuggestedQuestion[] {
  if (examExplanation) return [];
  const exams = { "Step 1": step1, "Step 2 CK": step2, "Step 3": step3, "COMLEX Level 2": comlex2 };
  return Object.entries(exams).flatMap(([exam, attempts = []]) => {
    if (attempts.length < 2 && !attempts.some((attempt) => attempt === "Fail")) return [];
    const question = `${exam}: ${attempts.join(", then ")}, and the file does not say why: ask.`;
    return [{ fact: `attempts ${exam}`, question }];
  });
}

function ecfmgQuestion({ schoolType, ecfmgCertified }: ApplicantFacts): SuggestedQuestion[] {
  if (schoolType !== "International" || ecfmgCertified) return [];
  const question =
    ecfmgCertified === undefined
      ? "Whether they are ECFMG certified is not in the file: ask."
      : "Not ECFMG certified yet: ask when they expect to be.";
  return [{ fact: "ecfmg", question }];
}
