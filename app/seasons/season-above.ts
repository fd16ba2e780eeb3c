// The page that a season's pages belong under: its home, or for whoever has no such page, their own.
import type { MySeason } from "../../server/context/season-words";

export const seasonAbove = ({ id, may, matchYear, programCode }: MySeason): { to: string; label: string } =>
  may.includes("viewSeason")
    ? { to: `/seasons/${id}`, label: `Season ${matchYear} · ${programCode}` }
    : { to: "/", label: "My meetings" };
