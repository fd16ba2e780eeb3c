// Keeps the keyboard on the applicant, wherever others move them: a row that somebody works on stays in the page, and one that is
// gone to is brought there first (see row-list.tsx).
import { createContext } from "react";
import type { ApplicantId } from "../../../domain/ids";
import { dropCaret } from "./drop-caret";

/** The parts of a row that can hold the focus, by their selector. */
const parts = {
  link: ".row-name a, .row-fold",
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
  /** By list: scrolls to where a row is that is not in the page; false when the list does not have it. */
  readonly reveals = new Map<string, (id: ApplicantId) => boolean>();
  private wanted: { id: ApplicantId; part: RowPart; isGoing?: true } | null = null;

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
    const { id, part, isGoing } = this.wanted;
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
    if (isGoing) row?.scrollIntoView({ block: "nearest" });
    dropCaret();
  }

  rowOf(id: ApplicantId): HTMLElement | null {
    const name = CSS.escape(id);
    return this.root?.querySelector<HTMLElement>(`[data-applicant="${name}"], [data-fixed="${name}"]`) ?? null;
  }

  /** The first row that is in view. */
  topmost(): ApplicantId | undefined {
    const { top = 0 } = this.root?.getBoundingClientRect() ?? {};
    const rows = [...(this.root?.querySelectorAll<HTMLElement>("[data-applicant]") ?? [])];
    return rows.find((row) => row.getBoundingClientRect().top >= top + row.offsetHeight / 2)?.dataset.applicant;
  }

  /** Brings a row into view, and leaves the focus where it is. */
  show(id: ApplicantId): void {
    const isNear = this.rowOf(id) !== null;
    // The rows around it are made once, where the list stands then; in a fold it is opened first.
    if (!isNear && [...this.reveals.values()].some((reveal) => reveal(id))) return;
    if (!isNear) this.bring(id);
    this.rowOf(id)?.scrollIntoView({ block: "center" });
  }

  /** Goes to a row, and scrolls as far as needed: the person asked for it. */
  go(id: ApplicantId, part: RowPart = "link"): void {
    if (!this.rowOf(id)) this.bring(id);
    const row = this.rowOf(id);
    const target = row?.querySelector<HTMLElement>(parts[part]) ?? row?.querySelector<HTMLElement>(parts.link);
    // Not there yet while a list catches up with a search that was cleared just now.
    if (!target) this.wanted = { id, part, isGoing: true };
    target?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }
}

export const rowIdOf = (element: Element | null): ApplicantId | undefined =>
  element?.closest<HTMLElement>("[data-applicant]")?.dataset.applicant;

/** The row's applicant, or whatever else stands in a row of the list. */
export function itemOf(element: Element | null): string | undefined {
  const row = element?.closest<HTMLElement>("[data-applicant], [data-fixed]");
  return row?.dataset.applicant ?? row?.dataset.fixed;
}

export interface RowEntry {
  focus: RowFocus;
  /** The typed rank was given, or given up. */
  endEntry(): void;
  changeFolds(next: (own: OwnFolds) => OwnFolds): void;
}

/** Which confirmed neighbours are folded for me (FOLD-1). */
export interface OwnFolds {
  /** Undefined: as the meeting goes. */
  isFolded?: boolean;
  /** Whose runs stay open for me. */
  open: ReadonlySet<ApplicantId>;
}

export const RowEntryContext = createContext<RowEntry>({
  focus: new RowFocus(),
  endEntry: () => {},
  changeFolds: () => {},
});
