// The equity check (EQUITY-2, EQUITY-3): shares by group along the way to the list, and how far each is from the highest. A rule of
// thumb, not a legal finding. It knows groups and no person, its groups stand by name, and nothing is ranked or suggested by it.
import type { Applicant } from "./applicant";
import { type EquityFacts, type EquityField, equityFields, equityFieldWords } from "./equity-facts";
import { type Outcome, outcomes, type Standing } from "./equity-standing";
import type { ApplicantId } from "./ids";
import type { MeetingState } from "./meeting";
import { rankedIds } from "./rank-list";
import { allCounts, type Group, groupsOf, type ShownCount, SMALLEST_GROUP, shownCounts } from "./small-cells";

export const equityDimensions = ["schoolType", "visa", ...equityFields] as const;
/** What the list shows to its directors beside every name, so that they can count it there: nothing of it is withheld (EQUITY-6). */
export const isOnList = (dimension: EquityDimension): boolean => dimension === "schoolType" || dimension === "visa";
export type EquityDimension = "schoolType" | "visa" | EquityField;
export const equityDimensionWords: Record<EquityDimension, string> = {
  schoolType: "School type",
  visa: "Visa sponsorship",
  ...equityFieldWords,
};

/** Chosen for something: what ratios are made of. */
type Selection = "interviewed" | "ranked" | "protected";

export interface EquityPerson extends Pick<Applicant, "schoolType" | "visa"> {
  outcome: Outcome;
  isFlagged: boolean;
  /**
   * Ranks won since the preliminary list, lost where it is negative; null without a rank on both. Counted among those who have a rank on
   * both, so that whoever leaves or comes moves nobody (EQUITY-7).
   */
  move: number | null;
  facts: EquityFacts;
}

export interface SelectionShare {
  /** Null: withheld, or nobody yet. */
  count: ShownCount;
  /** Its share over the highest share of a named group. Null where there are not two to compare. */
  ratio: number | null;
  /** Under four fifths of the highest. */
  isUnderFourFifths: boolean;
}

export interface EquityRow {
  kind: Group<never>["kind"] | "everybody";
  name: string;
  people: number;
  shares: Record<Selection, SelectionShare>;
  /** In the red zone. */
  red: ShownCount;
  /** With a verified flag. */
  flagged: ShownCount;
  /** Median of the moves since the preliminary list. */
  move: number | null;
}

export interface EquityTable {
  dimension: EquityDimension;
  /** The groups by name, those not on file, the small ones together, and everybody. */
  rows: EquityRow[];
}

const visaWords: Record<NonNullable<Applicant["visa"]>, string> = {
  none: "Not needed",
  needed: "Needed",
  j1: "Needed",
  h1b: "Needed",
};

const groupOf = ({ schoolType, visa, facts }: EquityPerson, dimension: EquityDimension): string | null => {
  if (dimension === "schoolType") return schoolType ?? null;
  if (dimension === "visa") return visa ? visaWords[visa] : null;
  return facts[dimension] ?? null;
};

/** Whoever stands somewhere, of these applicants. */
export function equityPeople(
  { order, preliminary }: Pick<MeetingState, "order" | "preliminary">,
  applicants: readonly Applicant[],
  standing: Standing,
  factsOf: (applicantId: ApplicantId) => EquityFacts,
): EquityPerson[] {
  const [before, after] = [preliminary ? rankedIds(preliminary) : [], rankedIds(order)];
  const ranksAmong = (ids: readonly ApplicantId[], others: readonly ApplicantId[]) => {
    const both = new Set(others);
    return new Map(ids.filter((id) => both.has(id)).map((id, index) => [id, index + 1]));
  };
  const [was, is] = [ranksAmong(before, after), ranksAmong(after, before)];
  return applicants.flatMap(({ id, schoolType, visa }) => {
    const outcome = standing.outcomes[id];
    if (outcome === undefined) return [];
    const [from, to] = [was.get(id), is.get(id)];
    const move = from === undefined || to === undefined ? null : from - to;
    const isFlagged = standing.flagged.includes(id);
    return [{ ...(schoolType && { schoolType }), ...(visa && { visa }), outcome, isFlagged, move, facts: factsOf(id) }];
  });
}

/** Null where no file holds that of anybody, or there are too few people for a group. */
export function equityTable(people: readonly EquityPerson[], dimension: EquityDimension): EquityTable | null {
  const grouped = people.map((person) => ({ ...person, group: groupOf(person, dimension) }));
  if (grouped.every(({ group }) => group === null)) return null;
  const least = isOnList(dimension) ? 1 : SMALLEST_GROUP;
  const groups = groupsOf(grouped, least);
  if (groups.length === 0) return null;
  const told = isOnList(dimension) ? allCounts : shownCounts;
  const placed = told(groups.map((group) => outcomes.map((outcome) => countOf(group, outcome))));
  const flags = told(
    groups.map(({ people: group }) => {
      const flagged = group.filter(({ isFlagged }) => isFlagged).length;
      return [flagged, group.length - flagged];
    }),
  );
  const counted = groups.map((group, index): Counted => {
    const [inProtected = null, ranked = null, notWaiting = null, interviewed = null] = placed[index] ?? [];
    const red = notWaiting === null || ranked === null ? null : notWaiting - ranked;
    return {
      kind: group.kind,
      name: group.name,
      people: group.people.length,
      counts: { interviewed, ranked, protected: inProtected },
      red,
      flagged: flags[index]?.[0] ?? null,
      move: ranked === null ? null : medianMove(group.people, least),
    };
  });
  const highest = highestOf(counted);
  const rows = counted.map((row) => rowOf(row, highest));
  return { dimension, rows: [...rows, rowOf(everybodyOf(grouped, counted, least), highest)] };
}

interface Counted extends Omit<EquityRow, "shares"> {
  counts: Record<Selection, ShownCount>;
}

const countOf = ({ people }: Group<EquityPerson>, outcome: Outcome): number =>
  people.filter((person) => person.outcome === outcome).length;

/** The whole, as far as one of its groups tells something. */
function everybodyOf(people: readonly EquityPerson[], rows: readonly Counted[], least: number): Counted {
  const count = (...of: Outcome[]): number => people.filter(({ outcome }) => of.includes(outcome)).length;
  const told = (isTold: (row: Counted) => boolean, total: number): ShownCount => (rows.some(isTold) ? total : null);
  return {
    kind: "everybody",
    name: "Everybody",
    people: people.length,
    counts: {
      interviewed: told(({ counts }) => counts.interviewed !== null, count("protected", "middle", "red", "waiting")),
      ranked: told(({ counts }) => counts.ranked !== null, count("protected", "middle")),
      protected: told(({ counts }) => counts.protected !== null, count("protected")),
    },
    red: told(({ red }) => red !== null, count("red")),
    flagged: told(({ flagged }) => flagged !== null, people.filter(({ isFlagged }) => isFlagged).length),
    move: rows.some(({ move }) => move !== null) ? medianMove(people, least) : null,
  };
}

type Share = Pick<Counted, "people"> & { count: number };
type Highest = Record<Selection, Share | null>;

/** The highest share of a group that has a name: who is not on file, or too few to be named, is no group to compare with. */
function highestOf(rows: readonly Counted[]): Highest {
  const of = (selection: Selection): Share | null => {
    const shares = rows.flatMap(({ kind, people, counts }) => {
      const count = counts[selection];
      return kind === "named" && count !== null ? [{ people, count }] : [];
    });
    // All of everybody is no choice.
    if (rows.every(({ people, counts }) => counts[selection] === people)) return null;
    const highest = shares.reduce<Share | null>(
      (best, share) => (best === null || share.count * best.people > best.count * share.people ? share : best),
      null,
    );
    return shares.length < 2 || highest?.count === 0 ? null : highest;
  };
  return { interviewed: of("interviewed"), ranked: of("ranked"), protected: of("protected") };
}

function rowOf({ counts, ...row }: Counted, highest: Highest): EquityRow {
  const share = (selection: Selection): SelectionShare => {
    const [count, best] = [counts[selection], highest[selection]];
    if (count === null || best === null || row.kind !== "named")
      return { count, ratio: null, isUnderFourFifths: false };
    const [own, most] = [count * best.people, best.count * row.people];
    return { count, ratio: own / most, isUnderFourFifths: own * 5 < most * 4 };
  };
  return {
    ...row,
    shares: { interviewed: share("interviewed"), ranked: share("ranked"), protected: share("protected") },
  };
}

function medianMove(people: readonly EquityPerson[], least: number): number | null {
  const moves = people.flatMap(({ move }) => (move === null ? [] : [move])).sort((one, other) => one - other);
  if (moves.length < least) return null;
  const middle = moves.length >> 1;
  const [low = 0, high = 0] =
    moves.length % 2 === 1 ? [moves[middle], moves[middle]] : moves.slice(middle - 1, middle + 1);
  return (low + high) / 2;
}
