// Imports in words: what a dry run found, what was done, and what was left.
import { importKindWords, type ShownOutcome } from "../../domain/import-kinds";
import type { ImportCounts, ImportLine, ImportStep } from "../../server/context/imports";

const rows = (count: number): string => (count === 1 ? "1 row" : `${count.toLocaleString("en-US")} rows`);

export const outcomeWords: Record<ShownOutcome, string> = {
  new: "New",
  changed: "Changed",
  unchanged: "Unchanged",
  bad: "Cannot be taken",
};

/** `120 new, 3 changed, 40 as they are, 2 that cannot be taken.` */
export function countWords({ new: added, changed, unchanged, bad }: ImportCounts): string {
  const parts = [`${added} new`, `${changed} changed`, `${unchanged} as they are`];
  if (bad > 0) parts.push(`${bad} that cannot be taken`);
  return `${parts.join(", ")}.`;
}

/** Of rows that are neither shown nor taken; null when there are none. */
export const withheldWords = ({ withheld }: ImportCounts): string | null =>
  withheld === 0
    ? null
    : `${rows(withheld)} about somebody you are recused from: neither shown nor imported. Ask a colleague to import ${withheld === 1 ? "it" : "them"}.`;

export const otherTrackWords = ({ otherTrack }: ImportCounts, programCode: string): string | null =>
  otherTrack === 0 ? null : `${rows(otherTrack)} left out: for other tracks than ${programCode}.`;

/** `isKept`: what there is for the equity check is kept of rows without a change too. */
export const importWords = ({ new: added, changed }: ImportCounts, isKept: boolean): string =>
  isKept && added + changed === 0 ? "Keep it for the equity check" : `Import ${rows(added + changed)}`;

const stepWords: Record<ImportStep, string> = {
  uploaded: "not looked at yet",
  checking: "being checked",
  checked: "ready to import",
  committing: "being imported",
  done: "imported",
  undone: "taken back",
};

/** `Applicants, imported` */
export const lineWords = ({ kind, step }: Pick<ImportLine, "kind" | "step">): string =>
  `${importKindWords[kind]}, ${stepWords[step]}`;

export const takenBackWords = (count: number, keptCount: number): string => {
  const done = count === 1 ? "1 change was taken back" : `${count} changes were taken back`;
  return keptCount === 0 ? `${done}; nothing was left.` : `${done}; ${keptCount} could not be, for the reasons below.`;
};
