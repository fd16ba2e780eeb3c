// Colours and text.
import { Sample } from "./sample";

const colours = [
  ["canvas", "bg-canvas"],
  ["surface", "bg-surface"],
  ["ink", "bg-ink"],
  ["muted", "bg-muted"],
  ["control", "bg-control"],
  ["hairline", "bg-hairline"],
  ["protected", "bg-protected"],
  ["protected-tint", "bg-protected-tint"],
  ["middle", "bg-middle"],
  ["middle-tint", "bg-middle-tint"],
  ["red", "bg-red"],
  ["red-tint", "bg-red-tint"],
  ["champion", "bg-champion"],
  ["flag", "bg-flag"],
  ["focus", "bg-focus"],
] as const;

export const ColourSamples = () => (
  <Sample name="Colours">
    {colours.map(([name, background]) => (
      <span key={name} className="flex w-26 flex-col gap-1 text-meta">
        <span aria-hidden className={`h-8 rounded-md border border-control ${background}`} />
        {name}
      </span>
    ))}
  </Sample>
);

export const TextSamples = () => (
  <Sample name="Text">
    <p className="w-full text-spotlight font-bold">Spotlight 28: Okafor, Amara</p>
    <p className="tabular w-full text-rank">Rank 20: 1 11 27 112</p>
    <p className="w-full">
      Body 14: moved from 27 to 15, <strong>protected</strong>.
    </p>
    <p className="w-full text-meta text-muted">Meta 13: first-hand, 14 January</p>
  </Sample>
);
