// Zones of a rank order list, and the tray of applicants nobody has placed yet. Rules: ORD-1 … ORD-3.

/** Top to bottom: protected and middle are ranked, red will not be ranked. */
export const zones = ["protected", "middle", "red"] as const;
export type Zone = (typeof zones)[number];

/** Where an applicant can stand: a zone, or `unplaced` until a person places them (ORD-3). */
export const places = ["protected", "middle", "red", "unplaced"] as const;
export type Place = (typeof places)[number];

/** The order of a list: applicant ids by place. Red and unplaced are kept in no meaningful order; screens sort them by name. */
export type RankOrder = Readonly<Record<Place, readonly string[]>>;

export const isRankedZone = (place: Place): place is "protected" | "middle" =>
  place === "protected" || place === "middle";
