// A season's imports on a test's database, as the server puts them together, and a file brought through their steps.
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema";
import { findSeason, type SeasonRow } from "../../db/seasons";
import type { ImportService, ImportView } from "../../server/context/imports";
import { createImportService } from "../../server/imports/import-service";
import { createLog } from "../../server/log";
import { createSeasonService } from "../../server/seasons/season-service";
import { until } from "./server";
import { aClock, type TestClock } from "./test-clock";
import type { TwoPrograms } from "./two-programs";

export interface TestImports {
  service: ImportService;
  clock: TestClock;
  /** A season of program `a` with an empty draft. */
  aSeason(year: number): Promise<SeasonRow & { draftId: string }>;
  /** Uploaded, checked with the guessed mapping or another. */
  checked(season: SeasonRow, by: string, file: TestFile): Promise<ImportView>;
  /** The same, carried out. */
  imported(season: SeasonRow, by: string, file: TestFile): Promise<ImportView>;
  view(season: SeasonRow, by: string, importId: string, show?: string): Promise<ImportView>;
  settled(season: SeasonRow, by: string, importId: string): Promise<ImportView>;
}

export interface TestFile {
  content: string | Buffer;
  name?: string;
  kind?: string;
  /** By heading, instead of what was guessed; empty: left out. */
  mapping?: Record<string, string>;
}

export function theImports({ db }: { db: Kysely<Database> }, world: TwoPrograms): TestImports {
  const clock = aClock("2027-01-10T09:00:00Z");
  const { live, follower, meetings } = world.server;
  const dispatch: (typeof meetings.dispatcher)["dispatch"] = (request) => meetings.dispatcher.dispatch(request);
  const service = createImportService({
    db,
    clock: clock.now,
    live,
    dispatch,
    log: createLog(process.env.TEST_LOG ?? "silent"),
  });
  const seasons = createSeasonService({ db, clock: clock.now, follower, dispatch });

  const view: TestImports["view"] = async (season, by, importId, show) => {
    const opened = await service.open(season.id, importId, by, show ? { show } : {});
    if (!opened.ok) throw new Error(opened.message);
    return opened.view;
  };
  const settled: TestImports["settled"] = async (season, by, importId) => {
    await until(
      async () => {
        const progress = await service.progress(season.id, importId, by);
        return !progress.ok || (progress.step !== "checking" && progress.step !== "committing");
      },
      "the import is settled",
      60_000,
    );
    return view(season, by, importId);
  };
  const checked: TestImports["checked"] = async (
    season,
    by,
    { content, name = "file.csv", kind = "", mapping = {} },
  ) => {
    const uploaded = await service.upload(season.id, by, { name, bytes: Buffer.from(content as string) }, kind);
    if (!uploaded.ok) throw new Error(uploaded.message);
    const { importId } = uploaded;
    const before = await view(season, by, importId);
    if (before.kind === "photos") return settled(season, by, importId);
    const typed = Object.fromEntries(
      before.columns.map(({ heading, field }, at) => [`field${at}`, mapping[heading] ?? field ?? ""]),
    );
    const begun = await service.check(season.id, importId, by, typed);
    if (!begun.ok) throw new Error(begun.message);
    return settled(season, by, importId);
  };
  return {
    service,
    clock,
    view,
    settled,
    checked,
    async aSeason(matchYear) {
      const { programId, trackId, people } = world.a;
      const added = await seasons.add(programId, people.pd.id, { trackId, year: String(matchYear) });
      if (!added.ok) throw new Error(added.message);
      const season = await findSeason(db, added.seasonId);
      if (!season?.draftId) throw new Error("a season has a draft");
      return { ...season, draftId: season.draftId };
    },
    async imported(season, by, file) {
      const { id } = await checked(season, by, file);
      const begun = await service.commit(season.id, id, by);
      if (!begun.ok) throw new Error(begun.message);
      return settled(season, by, id);
    },
  };
}
