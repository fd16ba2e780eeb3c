// Which lines of a rubric are asked of nobody (RUBRIC-7). A total over what is known compares people only where about as much is
// known of everybody. Where a whole group has nothing on file, as US graduates have no "US clinical experience", one of the group
// would be compared by the other lines alone, and another by all of them. So such a line counts for nobody, and says so.
import { fileGroups } from "./file-groups";
import type { ApplicantId } from "./ids";
import { type Ratings, type Rubric, type RubricLine, rubricLines, rubricScore } from "./rubric";
import type { RubricFacts } from "./rubric-facts";
import type { Scored } from "./rubric-order";
import { SMALLEST_GROUP } from "./small-cells";

export interface RubricPerson {
  id: ApplicantId;
  facts: RubricFacts;
  ratings: Ratings;
}

/** By line the sentence that says so. */
export type UnaskedLines = ReadonlyMap<RubricLine, string>;

/** Lines with a weight that are known of under half of a group of at least five. */
export function unaskedLines(rubric: Rubric, people: readonly Omit<RubricPerson, "id">[]): UnaskedLines {
  const groups = new Map<string, { people: number; known: Map<RubricLine, number> }>();
  for (const { facts, ratings } of people) {
    const known = rubricScore(rubric, facts, ratings).lines.filter(({ share }) => share !== null);
    for (const name of fileGroups(facts)) {
      const group = groups.get(name) ?? { people: 0, known: new Map() };
      group.people++;
      for (const { line } of known) group.known.set(line, (group.known.get(line) ?? 0) + 1);
      groups.set(name, group);
    }
  }
  const large = [...groups].filter(([, group]) => group.people >= SMALLEST_GROUP);
  const unasked = new Map<RubricLine, string>();
  for (const line of rubricLines) {
    if (rubric.weights[line] === 0) continue;
    const counts = large.map(([group, { people: size, known }]) => ({ group, known: known.get(line) ?? 0, size }));
    const [least] = counts.sort(
      (one, other) => one.known * other.size - other.known * one.size || (one.group < other.group ? -1 : 1),
    );
    if (!least || least.known * 2 >= least.size) continue;
    const isNobody = counts.every(({ known }) => known === 0);
    const of = isNobody ? "of nobody yet" : `of ${least.known} of ${least.size} ${least.group}`;
    unasked.set(line, `Asked of nobody here, and in no total: it is known ${of}.`);
  }
  return unasked;
}

/** Everybody's score by the lines that are asked here: the one way in which people are compared. */
export function scorePeople(
  rubric: Rubric,
  people: readonly RubricPerson[],
): { scored: Scored[]; unasked: UnaskedLines } {
  const unasked = unaskedLines(rubric, people);
  const scored = people.map(({ id, facts, ratings }) => ({ id, score: rubricScore(rubric, facts, ratings, unasked) }));
  return { scored, unasked };
}
