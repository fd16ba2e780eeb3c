// What a preliminary list can be started from (DRAFT-3), and how each is said. Apart from the rules, because a screen needs the
// words alone.

export const arrangeSources = ["rubric", "scores", "imported", "snapshot", "nothing"] as const;
export type ArrangeSource = (typeof arrangeSources)[number];

export const sourceWords: Record<ArrangeSource, string> = {
  rubric: "The rubric's suggestion",
  scores: "Interview scores",
  imported: "An imported list",
  snapshot: "A snapshot",
  nothing: "Nothing: everybody back to the tray",
};
