// A row in words: the sentence that a screen reader hears in place of its cells, and the short forms that the cells show.
import type { Applicant } from "../../../domain/applicant";
import { counted } from "../../../domain/count-words";
import { strengthWords } from "../../../domain/marks";
import { strengthWordsOf } from "../../../domain/strengths";
import type { Place } from "../../../domain/zone";
import { placeWords } from "../move-words";
import type { RowModel } from "./row-model";

/** The numbers of a row that a move elsewhere can change. */
export interface Figures {
  /** 1-based; undefined in red and unplaced. */
  rank?: number;
  /** Ranks won since the preliminary list; `new`: had none there; undefined: there is no such list. */
  change?: number | "new";
}

export const signalWords: Record<NonNullable<Applicant["signal"]>, string> = {
  gold: "Gold",
  silver: "Silver",
  signal: "Signal",
};

export const visaWords: Record<NonNullable<Applicant["visa"]>, string> = {
  none: "",
  needed: "Visa",
  j1: "J-1",
  h1b: "H-1B",
};

/** ▲4: four better than on the preliminary list. */
export function changeGlyph({ rank, change }: Figures): string {
  if (rank === undefined || change === undefined || change === 0) return "";
  if (change === "new") return "new";
  return change > 0 ? `▲${change}` : `▼${-change}`;
}

function changeSentence({ rank, change }: Figures): string | false {
  if (rank === undefined || change === undefined) return false;
  if (change === "new") return "was not ranked on the preliminary list";
  if (change === 0) return "as on the preliminary list";
  return change > 0 ? `up ${change} from the preliminary list` : `down ${-change} from the preliminary list`;
}

/** What is said of a row beside what stands in it. */
interface RowNews {
  isSelected?: boolean;
  proposed?: string;
}

/** Begins with the name, as the eye does. */
export function rowSentence(row: RowModel, place: Place, figures: Figures & RowNews): string {
  const parts = [
    row.name,
    figures.isSelected && "selected",
    row.tail && `identifier ending ${row.tail}`,
    figures.rank === undefined ? placeWords[place] : `rank ${figures.rank}, ${placeWords[place]}`,
    figures.proposed && `proposed: ${figures.proposed}`,
    changeSentence(figures),
    row.schoolType,
    row.step2 !== undefined && `Step 2 ${row.step2}`,
    row.comlex2 !== undefined && `COMLEX Level 2 ${row.comlex2}`,
    row.signal && (row.signal === "signal" ? "program signal" : `${row.signal} signal`),
    row.usClinicalMonths !== undefined &&
      `${counted(row.usClinicalMonths, "month", "months")} of US clinical experience`,
    row.visa && row.visa !== "none" && (row.visa === "needed" ? "needs a visa" : `${visaWords[row.visa]} visa needed`),
    endorsementSentence(row),
    row.verifiedFlags > 0 && counted(row.verifiedFlags, "verified flag", "verified flags"),
    row.openFlags > 0 && counted(row.openFlags, "flag not verified", "flags not verified"),
  ];
  return parts.filter(Boolean).join(", ");
}

/** `2 champions, 4 would work with them, one of them you: Champion`; empty where nobody has. */
const endorsementSentence = (row: RowModel): string =>
  strengthWordsOf(row)
    .concat(row.mine ? `one of them you: ${strengthWords[row.mine]}` : [])
    .join(", ");
