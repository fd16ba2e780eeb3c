// A season as its reader is told of it: what it is called, and what of it is theirs to do.
import type { SeasonRow } from "../../db/seasons";
import type { Role } from "../../domain/member";
import { mayInSeason, type SeasonAct, seasonPermissions } from "../../domain/season-policy";
import type { MySeason } from "../context/season-words";

export function wordsOf(season: SeasonRow, role: Role): MySeason {
  const { id, programId, programName, programCode, trackName, matchYear } = season;
  const acts = Object.keys(seasonPermissions) as SeasonAct[];
  const may = acts.filter((act) => mayInSeason(role, act));
  return { id, programId, programName, programCode, trackName, matchYear, role, may };
}
