// How a button looks, for buttons and for links that act as one. Primary is ink, not blue: colour is kept for zones.
import { classNames } from "./class-names";

export type ButtonVariant = "primary" | "quiet" | "danger";
export type ButtonShape = "text" | "icon";

const variants: Record<ButtonVariant, string> = {
  primary: "border-ink bg-ink text-surface hover:opacity-90",
  quiet: "border-control bg-surface text-ink hover:bg-middle-tint",
  danger: "border-red bg-surface text-red hover:bg-red-tint",
};

const shapes: Record<ButtonShape, string> = {
  text: "min-h-9 px-3 pointer-coarse:min-h-11",
  icon: "size-9 pointer-coarse:size-11",
};

export const buttonStyle = (variant: ButtonVariant = "quiet", shape: ButtonShape = "text"): string =>
  classNames(
    "inline-flex shrink-0 items-center justify-center gap-2 rounded-md border font-bold select-none",
    "disabled:opacity-50 aria-disabled:opacity-50 disabled:cursor-not-allowed aria-disabled:cursor-not-allowed",
    variants[variant],
    shapes[shape],
  );
