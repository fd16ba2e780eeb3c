// Keeps the keyboard on the applicant: rows are made anew and put elsewhere while somebody works on them, and a browser drops
// the focus of what it takes out of the page.
import { createContext } from "react";
import type { ApplicantId } from "../../../domain/ids";

/** The parts of a row that can hold the focus, by their selector. */
const parts = {
  link: "[data-figure=link]",
  rank: "[data-act=rank]",
  menu: "[data-act=menu]",
  handle: ".row-handle[tabindex]",
} as const;
export type RowPart = keyof typeof parts;

export class RowFocus {
  /** The element that holds all lists. */
  root: HTMLElement | null = null;
  private wanted: { id: ApplicantId; part: RowPart } | null = null;

  /** When the page has settled, and nobody else has taken the focus, it goes here. */
  keep(id: ApplicantId, part: RowPart = "link"): void {
    this.wanted = { id, part };
  }

  /** For an element that is about to leave the page. */
  keepFrom(element: HTMLElement): void {
    const held = document.activeElement;
    const id = held && element.contains(held) ? rowIdOf(held) : undefined;
    if (!held || id === undefined) return;
    const part = (Object.keys(parts) as RowPart[]).find((name) => held.matches(parts[name]));
    this.keep(id, part);
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
  }

  rowOf(id: ApplicantId): HTMLElement | null {
    return this.root?.querySelector<HTMLElement>(`[data-applicant="${CSS.escape(id)}"]`) ?? null;
  }

  /** Goes to a row, and scrolls as far as needed: the person asked for it. */
  go(id: ApplicantId, part: RowPart = "link"): void {
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
