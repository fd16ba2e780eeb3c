// Pages that are forms and words alone: they go out without a script, so that they are there at once on any phone.

/** What such a route exports as its `handle`. */
export const plainPage = { isPlain: true } as const;

export const isPlainPage = ({ handle }: { handle?: unknown }): boolean =>
  typeof handle === "object" && handle !== null && "isPlain" in handle && handle.isPlain === true;
