// What the demo's applicants did before, who wrote for them, and why they would come: so that gaps, explained and not, can be seen.
// From a generator of its own, so that the rest of the demo season stays as it is.
import type { ApplicantFacts } from "../../domain/applicant";
import { clinicalKinds } from "../../domain/clinical-experience";
import type { Random } from "../../domain/seeded-random";
import { lastMonthBefore, monthNumber, monthText, type TimelineEntry } from "../../domain/timeline";

const posts = [
  ["work", "House officer, district hospital"],
  ["work", "General practice, rural clinic"],
  ["research", "Research fellow, outcomes group"],
  ["training", "Rotating internship"],
  ["military", "Medical officer, national service"],
] as const;

const gapExplanations = ["Prepared for examinations.", "Moved between countries and waited for a permit."];
const relations = ["Clerkship director", "Supervised them on the wards", "Research mentor", "Chair of medicine"];
const writers = ["Dr A. Lindqvist", "Dr P. Okonjo", "Dr M. Farrow", "Dr S. Benali", "Dr J. Castellanos"];
const signals = [
  ["Grew up an hour from here, and says why they want to stay.", "Personal statement, page 2"],
  ["Rotated here in the fourth year.", "Evaluation of the rotation"],
  ["Wants a program with a primary-care track.", "Signal essay"],
] as const;

export function demoHistory(random: Random, facts: ApplicantFacts): Partial<ApplicantFacts> {
  const timeline = demoTimeline(random, facts.graduation ?? "");
  const isInternational = facts.schoolType === "International";
  const { usClinicalMonths } = facts;
  const letters = Array.from({ length: random.between(2, 4) }, (_, at) => ({
    writer: writers[at] ?? "",
    relation: random.pick(relations),
    source: `ERAS letter ${at + 1}`,
  }));
  const [what, source] = random.pick(signals);
  return {
    ...(timeline.length > 0 && { timeline }),
    ...(isInternational && usClinicalMonths !== undefined && { clinicalExperience: byKind(random, usClinicalMonths) }),
    letters,
    ...(random.chance(0.5) && { fitSignals: [{ what, source }] }),
  };
}

/** Months of an export, told by kind: some of each, and none where there were none. */
function byKind(random: Random, months: number): NonNullable<ApplicantFacts["clinicalExperience"]> {
  let left = months;
  return clinicalKinds.flatMap((kind) => {
    const taken = kind === "researchOnly" ? left : random.between(0, left);
    left -= taken;
    return taken === 0 ? [] : [{ kind, months: taken }];
  });
}

/** Post after post since graduation, with a pause now and then; one of two pauses is explained. */
function demoTimeline(random: Random, graduation: string): TimelineEntry[] {
  const first = monthNumber(graduation) + 1;
  const last = monthNumber(lastMonthBefore(2027));
  const entries: TimelineEntry[] = [];
  for (let from = first; from <= last; ) {
    if (random.chance(0.3) && entries.length > 0) {
      const to = Math.min(last, from + random.between(4, 9));
      if (random.chance(0.5)) {
        const explanation = random.pick(gapExplanations);
        entries.push({ kind: "gap", from: monthText(from), to: monthText(to), what: "Between two posts", explanation });
      }
      from = to + 1;
      continue;
    }
    const to = Math.min(last, from + random.between(9, 26));
    const [kind, what] = random.pick(posts);
    entries.push({ kind, from: monthText(from), ...(to < last && { to: monthText(to) }), what });
    from = to + 1;
  }
  // Whoever has just graduated has nothing to tell of the time since.
  return last - first < 4 ? [] : entries;
}
