// Where the pages of the preliminary list lead back to.
import type { SeasonWords } from "../../server/context/season-words";

export const seasonLink = ({ id, matchYear }: SeasonWords) => ({ to: `/seasons/${id}`, label: `Season ${matchYear}` });
