// The meeting's numbers, for rows that are made for the first time (see rank-figures.ts).
import { createContext } from "react";
import { RankFigures } from "./rank-figures";

export const FiguresContext = createContext(new RankFigures());
