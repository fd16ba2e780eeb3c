// Keeps the keyboard on the applicant, wherever others move them: a row that somebody works on stays in the page, and one that is
// gone to is brought there first (see row-list.tsx).
import { createContext } from "react";
import type { ApplicantId } from "../../../domain/ids";
import { dropCaret } from "./drop-caret";

/** The parts of a row that can hold the focus, by their selector. */
const parts = {
  link: ".row-name a",
  rank: "[data-act=rank]",
  menu: "[data-act=menu]",
  handle: ".row-handle[tabindex]",
} as const;
export type RowPart = keyof typeof parts;

export class RowFocus {
  /** The element that holds all lists. */
  root: HTMLElement | null = null;
  /** Puts a row into the page that is far from the eye, at once. */
  bring: (id: ApplicantId) => void = () => {};
  private wanted: { id: ApplicantId; part: RowPart } | null = null;

  /** When the page has settled, and nobody else has taken the focus, it goes here. */
  keep(id: ApplicantId, part: RowPart = "link"): void {
    this.wanted = { id, part };
  }

  /** My own nudge: the page may follow it as far as the edge of the view. */
  follow(id: ApplicantId): void {
    requestAnimationFrame(() => this.rowOf(id)?.scrollIntoView({ block: "nearest" }));
  }

  restore(): void {
    if (!this.wanted) return;
    const { id, part } = this.wanted;
    if (document.activeElement && document.activeElement !== document.body) {
      this.wanted = null;
      return;
    }
    const row = this.rowOf(id);
    const target = row?.querySelector<HTMLElement>(parts[part]) ?? row?.querySelector<HTMLElement>(parts.link);
    if (!target) return;
    this.wanted = null;
    // Nothing scrolls by itself, not even after my own move.
    target.focus({ preventScroll: true });
    dropCaret();
  }

  rowOf(id: ApplicantId): HTMLElement | null {
    return this.root?.querySelector<HTMLElement>(`[data-applicant="${CSS.escape(id)}"]`) ?? null;
  }

  /** Brings a row into view, and leaves the focus where it is. */
  show(id: ApplicantId): void {
    if (!this.rowOf(id)) this.bring(id);
    this.rowOf(id)?.scrollIntoView({ block: "center" });
  }

  /** Goes to a row, and scrolls as far as needed: the person asked for it. */
  go(id: ApplicantId, part: RowPart = "link"): void {
    if (!this.rowOf(id)) this.bring(id);
    const row = this.rowOf(id);
    const target = row?.querySelector<HTMLElement>(parts[part]) ?? row?.querySelector<HTMLElement>(parts.link);
    target?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }
}

export const rowIdOf = (element: Element | null): ApplicantId | undefined =>
  element?.closest<HTMLElement>("[data-applicant]")?.dataset.applicant;

export interface RowEntry {
  focus: RowFocus;
  /** The typed rank was given, or given up. */
  endEntry(): void;
}

export const RowEntryContext = createContext<RowEntry>({ focus: new RowFocus(), endEntry: () => {} });
