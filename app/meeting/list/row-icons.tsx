// The icons of a row, drawn once and used by reference: hundreds of rows would repeat the same paths.
import { memo } from "react";

const star = "m12 3 2.7 5.6 6.1.8-4.5 4.3 1.1 6.1L12 16.9l-5.4 2.9 1.1-6.1L3.2 9.4l6.1-.8Z";
/** One star, two, or three: an endorsement's strength is told by its shape. */
const stars = (count: number) => ({ width: 12 + count * 12, steps: Array.from({ length: count }, (_, at) => at * 12) });
const icons = {
  workWith: { path: star, ...stars(1) },
  strong: { path: star, ...stars(2) },
  champion: { path: star, ...stars(3) },
  flag: { path: "M5 21V4h12l-2 4 2 4H5", ...stars(1) },
} as const;
type IconName = keyof typeof icons;

/** Stands once on the page, above the rows. */
export const RowIconSheet = memo(() => (
  <svg aria-hidden className="hidden">
    {Object.entries(icons).map(([name, { path, width, steps }]) => (
      <symbol key={name} id={`row-${name}`} viewBox={`0 0 ${width} 24`}>
        {steps.map((step) => (
          <path key={step} d={path} transform={`translate(${step})`} />
        ))}
      </symbol>
    ))}
  </svg>
));

export const RowIcon = ({ name, isFilled }: { name: IconName; isFilled?: boolean }) => (
  <svg aria-hidden className={`row-icon row-icon-${name} ${isFilled ? "row-icon-filled" : ""}`}>
    <use href={`#row-${name}`} />
  </svg>
);
