// A word with an icon: a status in a few letters. Colour only repeats what the icon and the word say.
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type BadgeTone = "neutral" | "protected" | "red" | "champion" | "flag";

const tones: Record<BadgeTone, string> = {
  neutral: "border-transparent bg-middle-tint text-middle",
  protected: "border-transparent bg-protected-tint text-protected",
  red: "border-transparent bg-red-tint text-red",
  champion: "border-champion text-champion",
  flag: "border-flag text-flag",
};

interface BadgeProps {
  icon?: ReactNode;
  tone?: BadgeTone;
  children: ReactNode;
}

export const Badge = ({ icon, tone = "neutral", children }: BadgeProps) => (
  <span
    className={classNames(
      "inline-flex items-center gap-1 rounded-md border px-1.5 py-0.5 text-meta whitespace-nowrap",
      tones[tone],
    )}
  >
    {icon}
    {children}
  </span>
);
