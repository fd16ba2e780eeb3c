// How a move is seen: the row slides from where it stood, and another's carries the mover's name for a moment. On the <li>,
// never on the element that drag and drop moves. Nothing slides for those who asked for less motion.

export const MINE_MS = 160;
export const THEIRS_MS = 320;
/** How long a row that moved is marked: it lies above the others, and carries the mover's name and a tint. */
const MARKED_MS = 1500;
/** Marks are taken off together, so that each does not cost a frame of its own. */
const SWEEP_MS = 300;

const settle = "cubic-bezier(0.2, 0, 0, 1)";

const wantsNoMotion = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** From where it stood to where it stands; `distance` in px, downwards. Only a transform, which needs no script while it runs. */
export function slide(row: HTMLElement, distance: number, duration: number): void {
  if (distance === 0 || wantsNoMotion()) return;
  mark(row, "sliding", "");
  row.animate([{ transform: `translateY(${-distance}px)` }, { transform: "none" }], {
    duration,
    easing: settle,
  });
}

/** Without a name it is a tint alone. */
export const nameMover = (row: HTMLElement, member: string): void => mark(row, "mover", member);

const marked = new Map<HTMLElement, number>();
let sweeping: number | undefined;

function mark(row: HTMLElement, name: "sliding" | "mover", value: string): void {
  row.dataset[name] = value;
  marked.set(row, performance.now() + MARKED_MS);
  sweeping ??= window.setInterval(sweep, SWEEP_MS);
}

function sweep(): void {
  for (const [row, until] of marked) {
    if (until > performance.now()) continue;
    delete row.dataset.sliding;
    delete row.dataset.mover;
    marked.delete(row);
  }
  if (marked.size > 0) return;
  window.clearInterval(sweeping);
  sweeping = undefined;
}

/** Too much at once to follow: the new order appears in place of the old. */
export function crossFade(lists: HTMLElement): void {
  if (wantsNoMotion()) return;
  lists.animate([{ opacity: 0.4 }, { opacity: 1 }], { duration: THEIRS_MS, easing: settle });
}
