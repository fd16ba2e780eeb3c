// The difference between two lists in words: "27 to 15", "12 to not ranked", "came in at 40, middle".
import type { ListChange, Spot } from "../../domain/list-difference";
import type { Place } from "../../domain/zone";
import { placeWords } from "../meeting/move-words";

export const placeName = (place: Place): string => {
  const words = placeWords[place];
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const spot = ({ place, rank }: Spot): string => (rank === undefined ? placeWords[place] : String(rank));

export function changeWords({ kind, from, to }: ListChange): string {
  if (!from || !to) {
    const where = to ?? from;
    if (!where) return "";
    const words = where.rank === undefined ? placeWords[where.place] : `${where.rank}, ${placeWords[where.place]}`;
    return to ? `came in, ${words}` : `left, was ${words}`;
  }
  const moved = `${spot(from)} to ${spot(to)}`;
  if (kind !== "zone" || to.rank === undefined) return moved;
  return from.rank === undefined
    ? `${moved}, ${placeWords[to.place]}`
    : `${moved}, ${placeWords[from.place]} to ${placeWords[to.place]}`;
}

/** ▲4: four up; nothing where a list gives no rank. */
export const gainWords = ({ by }: ListChange): string =>
  by === undefined || by === 0 ? "" : by > 0 ? `▲${by}` : `▼${-by}`;
