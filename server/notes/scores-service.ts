// Interview scores that can be compared, as those who prepare read them: without who gave what. Leniency is the director's alone
// and is another part of the answer, which others do not get (SCORE-5).
import type { Kysely } from "kysely";
import { listGivenScores } from "../../db/interview-notes";
import { readNamesIn } from "../../db/roster";
import type { Database } from "../../db/schema";
import { scoresOverOthers } from "../../domain/leniency";
import { placesOneRaterDecides, scoresByDay } from "../../domain/score-hints";
import { compareScores, figuresOf, type GivenScore, raterFigures, scoresOf } from "../../domain/scores";
import { mayInSeason } from "../../domain/season-policy";
import type { LeniencyLine, ScoresService } from "../context/scores";
import { accessToSeason } from "../seasons/access";
import { wordsOf } from "../seasons/season-words";
import { visibleApplicants } from "./visible";

export function createScoresService({ db }: { db: Kysely<Database> }): ScoresService {
  async function leniencyOf(programId: string, given: readonly GivenScore[]): Promise<LeniencyLine[]> {
    const names = await readNamesIn(db, programId);
    const over = scoresOverOthers(given);
    return raterFigures(given)
      .map((figures) => ({
        ...figures,
        name: names.get(figures.raterId) ?? "Somebody",
        overOthers: over.get(figures.raterId) ?? null,
      }))
      .sort((one, other) => (other.overOthers ?? 0) - (one.overOthers ?? 0));
  }

  return {
    async open(seasonId, personId) {
      const access = await accessToSeason(db, seasonId, personId, "readScores");
      if (!access.ok) return access;
      const { season, role } = access;
      const [visible, all] = await Promise.all([visibleApplicants(db, season, personId), listGivenScores(db, season)]);
      const given = all.filter(({ applicantId }) => visible.has(applicantId));
      const compared = compareScores(given);
      const scores = scoresOf(compared);
      const raters = raterFigures(given);
      const ranked = new Set(visible.applicants.flatMap(({ id, withdrawn }) => (withdrawn ? [] : [id])));
      const decided = placesOneRaterDecides(compared.filter(({ applicantId }) => ranked.has(applicantId)));
      return {
        ok: true,
        page: {
          season: wordsOf(season, role),
          lines: visible.applicants
            .filter(({ id }) => ranked.has(id))
            .map(({ id, name }) => ({ id, name, score: scores.get(id) ?? null, decides: decided.get(id) ?? null })),
          scale: figuresOf(compared.map(({ score }) => score)),
          raters: {
            count: raters.length,
            few: raters.filter(({ kind }) => kind === "few").length,
            flat: raters.filter(({ kind }) => kind === "flat").length,
          },
          days: scoresByDay(compared),
        },
        leniency: mayInSeason(role, "readLeniency") ? await leniencyOf(season.programId, given) : null,
      };
    },
  };
}
