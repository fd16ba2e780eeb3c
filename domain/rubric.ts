// The rubric (RUBRIC-1): lines with weights, each with a rule that says what earns its points. It scores what is on file and says
// of every line why; what is missing is missing and never zero, so a total is over the weight that is known. It suggests:
// nobody is moved by it. Visa sponsorship is in it, so its words are for those who prepare (SEE-2).
import { type ClinicalKind, clinicalKinds, clinicalKindWords } from "./clinical-experience";
import { counted } from "./count-words";
import type { ExamFloor, FloorsByType } from "./exam-floor";
import { type Fraction, rounded, sumOf } from "./fraction";
import type { RubricFacts } from "./rubric-facts";

export const rubricLines = ["clinicalExperience", "step2", "visa", "school", "gaps", "lettersAndFit"] as const;
export type RubricLine = (typeof rubricLines)[number];

export const rubricLineWords: Record<RubricLine, string> = {
  clinicalExperience: "US clinical experience",
  step2: "Step 2 CK",
  visa: "Visa feasibility",
  school: "School reputation",
  gaps: "Gaps",
  lettersAndFit: "Letters and fit",
};

/** No file holds these: somebody rates them, with a source, and signs. */
export const ratedLines = ["school", "lettersAndFit"] as const satisfies readonly RubricLine[];
export type RatedLine = (typeof ratedLines)[number];
/** A rating is 0 to this. */
export const RATING_MAX = 5;
export type Ratings = Partial<Record<RatedLine, number>>;

export const ratingsOf = (rated: readonly { line: RatedLine; rating: number }[]): Ratings =>
  Object.fromEntries(rated.map(({ line, rating }) => [line, rating]));

/** At `from` and below there are no points, at `to` and above all of them, in a straight line between. */
export interface ScoreRange {
  from: number;
  to: number;
}

export interface Rubric {
  weights: Record<RubricLine, number>;
  clinicalExperience: {
    /** What a month of each kind counts, in percent. `unrecorded`: months are on file and their kind is not. */
    worth: Record<ClinicalKind | "unrecorded", number>;
    /** Months that earn all that they can. */
    fullMonths: number;
  };
  step2: ScoreRange;
  /** For whoever has no Step 2 CK score, on COMLEX's own scale: nothing is converted. Null: it is not used. */
  comlex2: ScoreRange | null;
  /** What the program can sponsor; null while nobody has said. H-1B seats are a count for the list and earn nobody more or less. */
  visa: { sponsorsJ1: boolean | null; h1bSeats: number | null };
  /** What an interruption of education or training counts, in percent. `unexplained` null: then the line is missing. */
  gaps: { explained: number; unexplained: number | null };
  floor: ExamFloor;
  /** Instead of the one floor, by applicant type. Off unless somebody turns it on. */
  floorsByType: FloorsByType | null;
  /** What made the cut at screening, in words, kept with the season. */
  criteria: string;
}

/** Where every season starts. School reputation is 0: it says where somebody studied, and little of what they can do. */
export const defaultRubric: Rubric = {
  weights: { clinicalExperience: 25, step2: 25, visa: 15, school: 0, gaps: 10, lettersAndFit: 10 },
  clinicalExperience: {
    worth: { handsOnInpatient: 100, externship: 60, researchOnly: 20, unrecorded: 60 },
    fullMonths: 4,
  },
  step2: { from: 220, to: 250 },
  comlex2: { from: 450, to: 650 },
  visa: { sponsorsJ1: null, h1bSeats: null },
  gaps: { explained: 100, unexplained: null },
  floor: { step2: null, comlex2: null },
  floorsByType: null,
  criteria: "",
};

export interface RubricLineScore {
  line: RubricLine;
  weight: number;
  /** Of the weight; null: missing. Exact, as a fraction. */
  share: Fraction | null;
  /** The weight times the share; domain/rubric-figures rounds it for the eye. */
  points: number | null;
  /** False: it is asked of nobody, and in no total (RUBRIC-7). */
  isAsked: boolean;
  /** A sentence. */
  why: string;
}

export interface RubricScore {
  /** 0 to 100, of the weight that is known, to one decimal: rounded once, here. Null when nothing is known. */
  total: number | null;
  /** Points of the lines that are asked and known. */
  earned: number;
  /** The weight of these, of the `weight` of all lines that are asked. */
  known: number;
  weight: number;
  lines: RubricLineScore[];
}

/** What a rule finds: a share of the line's weight, or null for missing. */
interface Finding {
  share: Fraction | null;
  why: string;
}
const missing = (why: string): Finding => ({ share: null, why });
const percent = (share: number, why: string): Finding => ({ share: { over: share, under: 100 }, why });

type Rule = (rubric: Rubric, facts: RubricFacts, ratings: Ratings) => Finding;

const rules: Record<RubricLine, Rule> = {
  clinicalExperience: ({ clinicalExperience: rule }, { clinicalExperience, usClinicalMonths }) => {
    const recorded: { kind: ClinicalKind | "unrecorded"; months: number }[] | undefined =
      clinicalExperience?.map(({ kind, months }) => ({ kind, months })) ??
      (usClinicalMonths === undefined ? undefined : [{ kind: "unrecorded", months: usClinicalMonths }]);
    if (!recorded) return missing("No US clinical experience is on file, nor that there was none.");
    return countMonths(rule, recorded);
  },

  step2: ({ step2: range, comlex2: ownRange }, { step2 = [], comlex2 = [] }) => {
    const [score, comlex] = [step2.at(-1), comlex2.at(-1)];
    const attempts = step2.length > 1 ? `, attempt ${step2.length},` : "";
    if (score !== undefined) return along(range, score, `Step 2 CK ${score}${attempts}`);
    if (comlex === undefined) return missing("Neither Step 2 CK nor COMLEX Level 2 is on file.");
    if (!ownRange) return missing(`No Step 2 CK is on file; this rubric does not use COMLEX Level 2, ${comlex}.`);
    return along(ownRange, comlex, `COMLEX Level 2 ${comlex}, on its own range and not converted,`);
  },

  visa: ({ visa: { sponsorsJ1, h1bSeats } }, { visa: need }) => {
    const sponsorsH1b = h1bSeats === null ? null : h1bSeats > 0;
    if (need === undefined) return missing("Whether sponsorship is needed is not on file.");
    if (need === "none") return percent(100, "Needs no sponsorship.");
    if (need === "j1") return sponsored("a J-1", sponsorsJ1);
    if (need === "h1b") return sponsored("an H-1B", sponsorsH1b);
    if (sponsorsJ1 === sponsorsH1b) return sponsored("sponsorship of a kind that is not on file", sponsorsJ1);
    return missing("Needs sponsorship of a kind that is not on file.");
  },

  school: (_rubric, _facts, { school }) => rated(school),

  gaps: ({ gaps: { explained, unexplained } }, { interruptions }) => {
    if (interruptions === "unknown") return missing("Whether education or training was interrupted is not on file.");
    if (interruptions === "none") return percent(100, "No interruption or gap is on file.");
    const what = "An interruption or gap";
    if (interruptions === "explained") return percent(explained, `${what} with its explanation counts ${explained}%.`);
    if (unexplained === null) return missing(`${what} without an explanation on file: a question to ask.`);
    return percent(unexplained, `${what} without an explanation on file counts ${unexplained}%.`);
  },

  lettersAndFit: (_rubric, _facts, { lettersAndFit }) => rated(lettersAndFit),
};

const sponsored = (what: string, does: boolean | null): Finding => {
  if (does === null) return missing(`Needs ${what}; whether the program sponsors that is not set.`);
  return does
    ? percent(100, `Needs ${what}, which the program sponsors.`)
    : percent(0, `Needs ${what}, which the program does not sponsor.`);
};

const rated = (rating: number | undefined): Finding =>
  rating === undefined
    ? missing("Nobody has rated this yet.")
    : { share: { over: rating, under: RATING_MAX }, why: `Rated ${rating} of ${RATING_MAX} by hand.` };

function along({ from, to }: ScoreRange, score: number, what: string): Finding {
  if (score >= to) return percent(100, `${what} is at or above ${to}, which earns all points.`);
  if (score <= from) return percent(0, `${what} is at or below ${from}, where points begin.`);
  const share = { over: score - from, under: to - from };
  const way = Math.round((100 * share.over) / share.under);
  return { share, why: `${what} is ${way}% of the way from ${from} to ${to}.` };
}

/** The months that are worth most are counted first, until there are enough of them: much of little never becomes all. */
function countMonths(
  { worth, fullMonths }: Rubric["clinicalExperience"],
  recorded: readonly { kind: ClinicalKind | "unrecorded"; months: number }[],
): Finding {
  const kinds = ([...clinicalKinds, "unrecorded"] as const)
    .map((kind) => ({ kind, worth: worth[kind], months: monthsOf(recorded, kind) }))
    .filter(({ months }) => months > 0)
    .sort((a, b) => b.worth - a.worth);
  if (kinds.length === 0) return percent(0, "No US clinical experience, as the file says.");
  // Parts of months in thousandths, so that all of it is whole numbers.
  let left = fullMonths * THOUSAND;
  let earned = 0;
  for (const { worth: each, months } of kinds) {
    const taken = Math.min(left, Math.round(months * THOUSAND));
    earned += taken * each;
    left -= taken;
  }
  const share = { over: earned, under: fullMonths * THOUSAND * 100 };
  const words = kinds.map(({ kind, worth: each, months }) => `${monthWords(months)} ${kindWords(kind)} at ${each}%`);
  const allPoints = `${monthWords(fullMonths)} at 100% ${fullMonths === 1 ? "earns" : "earn"} all points`;
  return { share, why: `${words.join(", ")}; ${allPoints}.` };
}
const THOUSAND = 1000;

const monthsOf = (recorded: readonly { kind: string; months: number }[], kind: string): number =>
  recorded.reduce((sum, entry) => (entry.kind === kind ? sum + entry.months : sum), 0);
const monthWords = (months: number): string => counted(months, "month");
const kindWords = (kind: ClinicalKind | "unrecorded"): string =>
  kind === "unrecorded" ? "of a kind that is not on file" : clinicalKindWords[kind];

/**
 * Every line with its points and its reason. `total` compares people only as far as as much is known of them.
 * @param unasked lines that are asked of nobody here, with the sentence that says so: domain/rubric-asked finds them
 */
export function rubricScore(
  rubric: Rubric,
  facts: RubricFacts,
  ratings: Ratings = {},
  unasked: ReadonlyMap<RubricLine, string> = new Map(),
): RubricScore {
  const lines = rubricLines.map((line): RubricLineScore => {
    const { share, why } = rules[line](rubric, facts, ratings);
    const weight = rubric.weights[line];
    const points = share && (weight * share.over) / share.under;
    const askedOfNobody = unasked.get(line);
    const isAsked = askedOfNobody === undefined;
    return { line, weight, share, points, isAsked, why: isAsked ? why : `${why} ${askedOfNobody}` };
  });
  const asked = lines.filter(({ isAsked }) => isAsked);
  const inTotal = countedLines(lines);
  const known = weightOf(inTotal);
  const earned = sumOf(inTotal.map(({ weight, share }) => ({ over: weight * share.over, under: share.under })));
  return {
    total: known === 0 ? null : Number(rounded(earned, 1000n, BigInt(known))) / 10,
    earned: Number(earned.over) / Number(earned.under),
    known,
    weight: weightOf(asked),
    lines,
  };
}

/** What a total is made of: the lines that are asked and known. */
export const countedLines = (lines: readonly RubricLineScore[]) =>
  lines.flatMap(({ share, ...line }) => (line.isAsked && share !== null ? [{ ...line, share }] : []));

const weightOf = (lines: readonly { weight: number }[]): number => lines.reduce((sum, { weight }) => sum + weight, 0);
