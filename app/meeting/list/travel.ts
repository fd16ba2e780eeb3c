// How a move is seen: the row slides from where it stood, and another's carries the mover's name for a moment. On the <li>,
// never on the element that drag and drop moves. Nothing slides for those who asked for less motion.

export const MINE_MS = 160;
export const THEIRS_MS = 320;
/** How long the mover's name and the tint stay. */
const NAMED_MS = 1500;

const settle = "cubic-bezier(0.2, 0, 0, 1)";
const naming = new WeakMap<HTMLElement, number>();

const wantsNoMotion = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** From where it stood to where it stands; `distance` in px, downwards. Only a transform, which needs no script while it runs. */
export function slide(row: HTMLElement, distance: number, duration: number): void {
  if (distance === 0 || wantsNoMotion()) return;
  row.dataset.sliding = "";
  const animation = row.animate([{ transform: `translateY(${-distance}px)` }, { transform: "none" }], {
    duration,
    easing: settle,
  });
  animation.onfinish = () => delete row.dataset.sliding;
}

export function nameMover(row: HTMLElement, member: string): void {
  row.dataset.mover = member;
  window.clearTimeout(naming.get(row));
  naming.set(
    row,
    window.setTimeout(() => delete row.dataset.mover, NAMED_MS),
  );
}

/** Too much at once to follow: the new order appears in place of the old. */
export function crossFade(lists: HTMLElement): void {
  if (wantsNoMotion()) return;
  lists.animate([{ opacity: 0.4 }, { opacity: 1 }], { duration: THEIRS_MS, easing: settle });
}
