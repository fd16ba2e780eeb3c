// Which season the preliminary list is of, for everything on its screen.
import { createContext, useContext } from "react";
import type { SeasonWords } from "../../server/context/season-words";

export interface BuilderSeason extends SeasonWords {
  mayFreeze: boolean;
  hasImportedList: boolean;
}

export const SeasonContext = createContext<BuilderSeason | null>(null);

export function useSeason(): BuilderSeason {
  const season = useContext(SeasonContext);
  if (!season) throw new Error("useSeason needs a SeasonContext above it.");
  return season;
}
