// A table with a caption. Wider than the screen it scrolls on its own, also by keyboard; `relative`, or words for screen readers
// alone would stand outside it and make the page as wide.
import type { ReactNode, TdHTMLAttributes, ThHTMLAttributes } from "react";
import { classNames } from "./class-names";

interface TableProps {
  caption: string;
  isCaptionHidden?: boolean;
  children: ReactNode;
}

export const Table = ({ caption, isCaptionHidden, children }: TableProps) => (
  <section
    aria-label={caption}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    tabIndex={0}
    className="relative w-full overflow-x-auto rounded-md border border-hairline bg-surface"
  >
    <table className="w-full border-collapse text-left">
      <caption className={isCaptionHidden ? "sr-only" : "p-3 text-left font-bold"}>{caption}</caption>
      {children}
    </table>
  </section>
);

interface ColumnHeadingProps extends ThHTMLAttributes<HTMLTableCellElement> {
  /** Where the words are longer than what stands under them, and there are many columns. */
  mayWrap?: boolean;
}

export const ColumnHeading = ({ className, mayWrap, ...rest }: ColumnHeadingProps) => (
  <th
    scope="col"
    {...rest}
    className={classNames(
      "border-b border-hairline px-3 py-2 align-bottom text-meta text-muted",
      !mayWrap && "whitespace-nowrap",
      className,
    )}
  />
);

interface CellProps extends TdHTMLAttributes<HTMLTableCellElement> {
  /** Digits stand under digits, at the right edge. */
  isNumber?: boolean;
}

export const Cell = ({ isNumber, className, ...rest }: CellProps) => (
  <td
    {...rest}
    className={classNames("border-b border-hairline px-3 py-2", isNumber && "tabular text-right", className)}
  />
);
