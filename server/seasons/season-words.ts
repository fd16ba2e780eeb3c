// A season as everybody of its program may know it.
import type { SeasonRow } from "../../db/seasons";
import type { SeasonWords } from "../context/season-words";

export const seasonWords = ({
  id,
  programId,
  programName,
  programCode,
  trackName,
  matchYear,
}: SeasonRow): SeasonWords => ({ id, programId, programName, programCode, trackName, matchYear });
