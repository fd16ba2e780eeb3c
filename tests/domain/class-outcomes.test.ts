// Past classes in counts: what cannot be true is refused, and no figure stands for a handful of people.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ClassCounts,
  classFigureNames,
  classRows,
  contradiction,
  type PastClass,
  recentClasses,
} from "../../domain/class-outcomes";
import { SMALLEST_GROUP } from "../../domain/small-cells";

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe("[CLASS-1] counts", () => {
  test.each<[string, ClassCounts, string | undefined]>([
    ["nothing but how many started", { started: 12 }, undefined],
    [
      "everybody in every count",
      { started: 3, international: 3, onTime: 3, finished: 3, boardsTaken: 3, boardsPassed: 3 },
      undefined,
    ],
    ["more from abroad than started", { started: 3, international: 4 }, "international"],
    ["more left and finished than started", { started: 3, leftEarly: 2, finished: 2 }, "finished"],
    ["more passed than took", { started: 9, boardsTaken: 3, boardsPassed: 4 }, "boardsPassed"],
    ["passed, of an unknown number", { started: 9, boardsPassed: 4 }, "boardsTaken"],
  ])("%s", (_name, counts, field) => {
    expect(contradiction(counts)?.field).toBe(field);
  });
});

const share = (of: number) => fc.option(fc.nat(of), { nil: undefined });
const aClass: fc.Arbitrary<ClassCounts> = fc.integer({ min: 1, max: 16 }).chain((started) =>
  share(started).chain((boardsTaken) =>
    fc
      .record({
        international: share(started),
        onTime: share(started),
        leftEarly: share(started),
        boardsPassed: boardsTaken === undefined ? fc.constant(undefined) : share(boardsTaken),
      })
      .map((counts) => {
        const known = Object.entries({ ...counts, boardsTaken }).filter(([, count]) => count !== undefined);
        return { started, ...Object.fromEntries(known) };
      }),
  ),
);
const someClasses: fc.Arbitrary<PastClass[]> = fc
  .array(aClass, { maxLength: 8 })
  .map((all) => all.map((counts, index) => ({ matchYear: 2026 - index, counts })));

describe("[CLASS-2] small classes", () => {
  test("every class is in one row, newest first, and no row has under five residents", () => {
    fc.assert(
      fc.property(someClasses, (classes) => {
        const rows = classRows([...classes].reverse());
        expect(rows.every(({ started }) => started >= SMALLEST_GROUP)).toBe(true);
        const all = sum(classes.map(({ counts }) => counts.started));
        expect(sum(rows.map(({ started }) => started))).toBe(all < SMALLEST_GROUP ? 0 : all);
        const years = rows.flatMap(({ matchYears }) => matchYears);
        expect(years).toEqual(all < SMALLEST_GROUP ? [] : classes.map(({ matchYear }) => matchYear));
      }),
    );
  });

  test("no figure is of under five, nor can one be worked out from the figures beside it", () => {
    fc.assert(
      fc.property(someClasses, (classes) => {
        const rows = classRows(classes);
        const recent = recentClasses(classes);
        for (const name of classFigureNames) {
          const figures = rows.map(({ figures }) => figures[name]);
          const told = figures.flatMap((figure) => (figure.kind === "told" ? [figure] : []));
          expect(told.every(({ of }) => of >= SMALLEST_GROUP)).toBe(true);
          const together = recent[name];
          if (!together) continue;
          const known = figures.filter(({ kind }) => kind !== "unknown").slice(0, 3);
          const beside = sum(known.map((figure) => (figure.kind === "told" ? figure.of : 0)));
          const left = together.of - beside;
          expect(left === 0 || left >= SMALLEST_GROUP).toBe(true);
        }
      }),
    );
  });

  test("what is not known of a class is left out of the figure with its residents", () => {
    const classes: PastClass[] = [
      { matchYear: 2025, counts: { started: 10 } },
      { matchYear: 2024, counts: { started: 10, leftEarly: 1 } },
      { matchYear: 2023, counts: { started: 3, leftEarly: 0 } },
    ];
    const [newest, older] = classRows(classes);
    expect(newest).toMatchObject({ matchYears: [2025], figures: { leftEarly: { kind: "unknown" } } });
    expect(older).toMatchObject({
      matchYears: [2024, 2023],
      figures: { leftEarly: { kind: "told", count: 1, of: 13 } },
    });
    expect(recentClasses(classes).leftEarly).toEqual({ from: 2023, to: 2024, count: 1, of: 13 });
  });
});

test("[CLASS-3] only the history reads what became of classes, and nothing that places anybody", () => {
  const root = new URL("../../", import.meta.url).pathname;
  const sources = ["app", "db", "domain", "server"].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  const readers = sources.filter((file) => {
    if (!/\.tsx?$/.test(file)) return false;
    return /class-outcomes"|class_outcomes/.test(readFileSync(root + file, "utf8"));
  });
  expect(readers.sort()).toEqual([
    "app/history/class-dialog.tsx",
    "app/history/classes-section.tsx",
    "db/class-outcomes.ts",
    "db/migrate.ts",
    "db/migrations/0016-class-outcomes.ts",
    // What the database has, what a purge leaves, and what is exported.
    "db/purge-season.ts",
    "db/schema.ts",
    "server/context/history.ts",
    "server/demo/past-classes.ts",
    "server/export-program/tables.ts",
    "server/programs/class-service.ts",
    "server/programs/history-service.ts",
  ]);
});
