// A part of the room beside the list: a heading and what is under it.
import { type ReactNode, useId } from "react";

interface SectionProps {
  title: string;
  /** Beside the heading: a count, a clock. */
  aside?: ReactNode;
  children: ReactNode;
}

export function Section({ title, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2 border-b border-hairline p-4 last:border-b-0">
      <div className="flex items-baseline justify-between gap-2">
        <h2 id={id} className="font-bold">
          {title}
        </h2>
        {aside && <span className="tabular text-meta text-muted">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
