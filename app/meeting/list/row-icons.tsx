// The icons of a row, drawn once and used by reference: 400 rows would repeat the same paths 1,600 times.
const paths = {
  grip: "M9 5h.01M9 12h.01M9 19h.01M15 5h.01M15 12h.01M15 19h.01",
  star: "m12 3 2.7 5.6 6.1.8-4.5 4.3 1.1 6.1L12 16.9l-5.4 2.9 1.1-6.1L3.2 9.4l6.1-.8Z",
  flag: "M5 21V4h12l-2 4 2 4H5",
  more: "M5 12h.01M12 12h.01M19 12h.01",
} as const;
type IconName = keyof typeof paths;

/** Stands once on the page, above the rows. */
export const RowIconSheet = () => (
  <svg aria-hidden className="hidden">
    {Object.entries(paths).map(([name, path]) => (
      <symbol key={name} id={`row-${name}`} viewBox="0 0 24 24">
        <path d={path} />
      </symbol>
    ))}
  </svg>
);

export const RowIcon = ({ name, isFilled }: { name: IconName; isFilled?: boolean }) => (
  <svg aria-hidden className={`row-icon row-icon-${isFilled ? "filled" : name}`}>
    <use href={`#row-${name}`} />
  </svg>
);
