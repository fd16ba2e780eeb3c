// Fetches what a selection needs, at the first press that selects: one promise for all presses until it is there, so that what was
// pressed first is done first.
let part: Promise<typeof import("./selection-bar")> | undefined;

export function loadSelection(): Promise<typeof import("./selection-bar")> {
  part ??= import("./selection-bar");
  // Fetched again the next time: the connection may be away just now.
  part.catch(() => {
    part = undefined;
  });
  return part;
}
