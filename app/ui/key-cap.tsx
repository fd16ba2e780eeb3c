// A key, as it is printed on a keyboard.
import type { ReactNode } from "react";

export const KeyCap = ({ children }: { children: ReactNode }) => (
  <kbd className="rounded-md border border-control px-1.5 py-0.5 text-meta font-bold">{children}</kbd>
);
