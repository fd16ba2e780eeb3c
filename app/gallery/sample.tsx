// One group of samples with its name.
import type { ReactNode } from "react";

export const Sample = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="flex flex-col gap-3">
    <h2 className="border-b border-hairline pb-1 text-meta text-muted">{name}</h2>
    <div className="flex flex-wrap items-center gap-3">{children}</div>
  </div>
);
