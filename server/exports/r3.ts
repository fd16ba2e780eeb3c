// The text file that NRMP's R3 imports: `rank,id,name`, one line a rank, no heading, nothing before the rank.
// R3 ignores what follows the second comma, so a comma in the name does no harm; a line break would.
import { oneLine } from "../import/clean-text";
import type { ExportEntry } from "./entry";

export type R3Id = "aamc" | "nrmp";

export type R3Refusal =
  | { ok: false; reason: "idMissing"; missing: { rank: number; name: string }[] }
  | { ok: false; reason: "tooManyRanks" | "ranksNotInSequence"; missing: [] };

export type R3File = { ok: true; text: string } | R3Refusal;

/** R3 reads ranks of one to three digits. */
const lastRank = 999;

const idShapes: Record<R3Id, RegExp> = { aamc: /^\d{8}$/, nrmp: /^N\d{7}$/ };

export function r3Text(entries: readonly ExportEntry[], id: R3Id): R3File {
  if (entries.length > lastRank) return { ok: false, reason: "tooManyRanks", missing: [] };
  if (entries.some(({ rank }, at) => rank !== at + 1)) return { ok: false, reason: "ranksNotInSequence", missing: [] };
  const idOf = (entry: ExportEntry) => (id === "aamc" ? entry.aamcId : entry.nrmpId) ?? "";
  const missing = entries.filter((entry) => !idShapes[id].test(idOf(entry))).map(({ rank, name }) => ({ rank, name }));
  if (missing.length > 0) return { ok: false, reason: "idMissing", missing };
  const lines = entries.map((entry) => `${entry.rank},${idOf(entry)},${oneLine(entry.name)}\r\n`);
  return { ok: true, text: lines.join("") };
}

/** Why there is no file, in a sentence for the person who asked for it. */
export function r3RefusalSentence(refusal: R3Refusal, id: R3Id): string {
  if (refusal.reason === "tooManyRanks") return `The list has more than ${lastRank} ranks; R3 takes no more.`;
  if (refusal.reason === "ranksNotInSequence")
    return "The ranks do not run from 1 without a gap; R3 would refuse them.";
  const shape = id === "aamc" ? "an 8-digit AAMC ID" : "an NRMP ID (N and 7 digits)";
  const named = refusal.missing.slice(0, 5).map(({ rank, name }) => `rank ${rank} (${name})`);
  const more = refusal.missing.length - named.length;
  return `R3 needs ${shape} for every rank; it is missing for ${named.join("; ")}${more > 0 ? ` and ${more} more` : ""}.`;
}
