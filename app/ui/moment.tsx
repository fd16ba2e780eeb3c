// When something happened, in the reader's own time: the hour today, the day with it otherwise. The server does not know the
// reader's zone, so it says UTC until the browser takes over.
import { useSyncExternalStore } from "react";

const never = () => () => {};

interface MomentProps {
  at: string;
  /** Today's day too, for what is kept. */
  isDated?: boolean;
}

export function Moment({ at, isDated = false }: MomentProps) {
  const words = useSyncExternalStore(
    never,
    () => momentWords(new Date(at), isDated ? null : new Date()),
    () => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`,
  );
  return (
    <time dateTime={at} className="tabular whitespace-nowrap">
      {words}
    </time>
  );
}

/** `14:02`, or `Nov 23, 14:02` on another day than `now`, with its year in another year; null: with both always. */
export function momentWords(at: Date, now: Date | null): string {
  const time = at.toLocaleTimeString("en-US", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  if (at.toDateString() === now?.toDateString()) return time;
  const isThisYear = at.getFullYear() === now?.getFullYear();
  const day = at.toLocaleDateString("en-US", {
    month: "short",
    day: "numeric",
    ...(!isThisYear && { year: "numeric" }),
  });
  return `${day}, ${time}`;
}
