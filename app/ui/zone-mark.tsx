// A zone, three times over: its word, its icon (shield, bars, slashed circle) and its 4 px edge (solid, none, hatched).
import AlignJustify from "lucide-react/icons/align-justify";
import Ban from "lucide-react/icons/ban";
import Shield from "lucide-react/icons/shield";
import type { Zone } from "../../domain/zone";
import { Badge, type BadgeTone } from "./badge";
import { classNames } from "./class-names";

interface ZoneLook {
  word: string;
  Icon: typeof Shield;
  tone: BadgeTone;
  ink: string;
  edge: string;
}

const looks: Record<Zone, ZoneLook> = {
  protected: { word: "Protected", Icon: Shield, tone: "protected", ink: "text-protected", edge: "edge-protected" },
  middle: { word: "Middle", Icon: AlignJustify, tone: "neutral", ink: "text-middle", edge: "edge-middle" },
  red: { word: "Red zone", Icon: Ban, tone: "red", ink: "text-red", edge: "edge-red" },
};

export const zoneWord = (zone: Zone): string => looks[zone].word;

/** Says nothing to a screen reader: the word stands beside it, or in the label of what it marks. */
export function ZoneIcon({ zone, size = 16 }: { zone: Zone; size?: number }) {
  const { Icon, ink } = looks[zone];
  return <Icon size={size} className={classNames("shrink-0", ink)} aria-hidden />;
}

/** Fills the height of a positioned parent, at its left edge. */
export const ZoneEdge = ({ zone }: { zone: Zone }) => (
  <span aria-hidden className={classNames("absolute inset-y-0 left-0 w-1", looks[zone].edge)} />
);

export const ZoneBadge = ({ zone }: { zone: Zone }) => (
  <Badge tone={looks[zone].tone} icon={<ZoneIcon zone={zone} size={14} />}>
    {zoneWord(zone)}
  </Badge>
);
