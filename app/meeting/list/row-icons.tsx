// The icons of a row, drawn once and used by reference: hundreds of rows would repeat the same paths.
import { memo } from "react";

const paths = {
  star: "m12 3 2.7 5.6 6.1.8-4.5 4.3 1.1 6.1L12 16.9l-5.4 2.9 1.1-6.1L3.2 9.4l6.1-.8Z",
  flag: "M5 21V4h12l-2 4 2 4H5",
} as const;
type IconName = keyof typeof paths;

/** Stands once on the page, above the rows. */
export const RowIconSheet = memo(() => (
  <svg aria-hidden className="hidden">
    {Object.entries(paths).map(([name, path]) => (
      <symbol key={name} id={`row-${name}`} viewBox="0 0 24 24">
        <path d={path} />
      </symbol>
    ))}
  </svg>
));

export const RowIcon = ({ name, isFilled }: { name: IconName; isFilled?: boolean }) => (
  <svg aria-hidden className={isFilled ? "row-icon row-icon-filled" : "row-icon"}>
    <use href={`#row-${name}`} />
  </svg>
);
