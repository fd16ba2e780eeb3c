// What became of the program's past classes, in counts, on what the work asks for (DOMAIN, mechanisms 13, 14 and 36; CLASS-1 to
// CLASS-3). Of whole classes only: a small one is told together with its neighbours. No applicant is ever held against it.
import { SMALLEST_GROUP } from "./small-cells";

export const classCounts = [
  "started",
  "international",
  "onTime",
  "leftEarly",
  "finished",
  "boardsTaken",
  "boardsPassed",
] as const;
export type ClassCount = (typeof classCounts)[number];

export const classCountWords: Record<ClassCount, string> = {
  started: "Started",
  international: "Graduates of schools abroad",
  onTime: "Promoted on time, each year so far",
  leftEarly: "Left before the end",
  finished: "Finished",
  boardsTaken: "Took the boards",
  boardsPassed: "Passed them at the first attempt",
};

/** Absent: not known, which is not zero. */
export type ClassCounts = Readonly<{ started: number } & Partial<Record<ClassCount, number>>>;

/** The residents who began after one Match. */
export interface PastClass {
  matchYear: number;
  counts: ClassCounts;
}

export const CLASS_MAX = 500;
export const REVIEW_MAX = 1000;

/** What cannot be true together: the field, and a sentence. Undefined where nothing contradicts. */
export function contradiction(counts: ClassCounts): { field: ClassCount; sentence: string } | undefined {
  const { started, leftEarly = 0, finished = 0, boardsTaken, boardsPassed } = counts;
  const parts = ["international", "onTime", "leftEarly", "finished", "boardsTaken"] as const;
  const tooMany = parts.find((part) => (counts[part] ?? 0) > started);
  if (tooMany) return { field: tooMany, sentence: "That is more residents than started." };
  if (leftEarly + finished > started) {
    return { field: "finished", sentence: "Those who left and those who finished are more than started." };
  }
  if (boardsPassed === undefined) return undefined;
  if (boardsTaken === undefined) return { field: "boardsTaken", sentence: "Say how many took the boards, too." };
  return boardsPassed > boardsTaken ? { field: "boardsPassed", sentence: "That is more than took them." } : undefined;
}

/** What is told of a class: so many of so many. */
export const classFigures = {
  international: { count: "international", of: "started" },
  boardsPassed: { count: "boardsPassed", of: "boardsTaken" },
  onTime: { count: "onTime", of: "started" },
  leftEarly: { count: "leftEarly", of: "started" },
  finished: { count: "finished", of: "started" },
} as const satisfies Record<string, { count: ClassCount; of: ClassCount }>;
export type ClassFigure = keyof typeof classFigures;
export const classFigureNames = Object.keys(classFigures) as ClassFigure[];

/** `tooFew`: somebody is behind it, and they could be told by name. */
export type ToldFigure = { kind: "told"; count: number; of: number } | { kind: "tooFew" } | { kind: "unknown" };

export interface ClassRow {
  /** Newest first; several where one alone would be too small. */
  matchYears: number[];
  started: number;
  figures: Record<ClassFigure, ToldFigure>;
}

/** Newest first. Each row has at least `SMALLEST_GROUP` residents; none where all classes together have fewer. */
export function classRows(classes: readonly PastClass[]): ClassRow[] {
  return groupsOfClasses(classes).map((group) => ({
    matchYears: group.map(({ matchYear }) => matchYear),
    started: startedIn(group),
    figures: each((figure) => told(sumOf(group, figure))),
  }));
}

const startedIn = (group: readonly PastClass[]): number => group.reduce((sum, { counts }) => sum + counts.started, 0);

/** Neighbours are put together until they are enough; what is left over at the old end joins the row before it. */
function groupsOfClasses(classes: readonly PastClass[]): PastClass[][] {
  const groups: PastClass[][] = [];
  let open: PastClass[] = [];
  for (const one of [...classes].sort((a, b) => b.matchYear - a.matchYear)) {
    open.push(one);
    if (startedIn(open) < SMALLEST_GROUP) continue;
    groups.push(open);
    open = [];
  }
  groups.at(-1)?.push(...open);
  return groups;
}

interface Part {
  count: number;
  of: number;
}

/** Over the classes of which both are known. */
function sumOf(group: readonly PastClass[], figure: ClassFigure): Part {
  const names = classFigures[figure];
  const known = group.flatMap(({ counts }): Part[] => {
    const [count, of] = [counts[names.count], counts[names.of]];
    return count === undefined || of === undefined ? [] : [{ count, of }];
  });
  return added(known);
}

const added = (parts: readonly Part[]): Part => ({
  count: parts.reduce((sum, { count }) => sum + count, 0),
  of: parts.reduce((sum, { of }) => sum + of, 0),
});

function told(part: Part): ToldFigure {
  if (part.of === 0) return { kind: "unknown" };
  return part.of < SMALLEST_GROUP ? { kind: "tooFew" } : { kind: "told", ...part };
}

const each = <Value>(make: (figure: ClassFigure) => Value): Record<ClassFigure, Value> =>
  Object.fromEntries(classFigureNames.map((figure) => [figure, make(figure)])) as Record<ClassFigure, Value>;

/** As accreditation looks at them: three classes at once, because one alone says little. */
export const CLASSES_TOGETHER = 3;

export interface ClassesTogether {
  from: number;
  to: number;
  count: number;
  of: number;
}

/**
 * Each figure over the newest rows in which it is known; null where nothing may be told. Rows with too few for themselves count only
 * where they are enough together, so that none of them can be worked out from the rows beside it.
 */
export function recentClasses(classes: readonly PastClass[]): Record<ClassFigure, ClassesTogether | null> {
  const groups = groupsOfClasses(classes);
  return each((figure) => {
    const rows = groups
      .map((group) => ({ years: group.map(({ matchYear }) => matchYear), part: sumOf(group, figure) }))
      .filter(({ part }) => part.of > 0)
      .slice(0, CLASSES_TOGETHER);
    const small = rows.filter(({ part }) => part.of < SMALLEST_GROUP);
    const isEnough = added(small.map(({ part }) => part)).of >= SMALLEST_GROUP;
    const counted = isEnough ? rows : rows.filter((row) => !small.includes(row));
    const years = counted.flatMap((row) => row.years);
    if (years.length === 0) return null;
    return { from: Math.min(...years), to: Math.max(...years), ...added(counted.map(({ part }) => part)) };
  });
}
