// A titled part of a page, with its controls at the left edge.
import { type ReactNode, useId } from "react";

export function Panel({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col items-start gap-3 rounded-md border border-hairline bg-surface p-6"
    >
      <h2 id={id} className="font-bold">
        {title}
      </h2>
      {children}
    </section>
  );
}
