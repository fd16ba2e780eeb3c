// Many single lookups of one turn become one query: two thousand browsers that come back at once ask two thousand times
// whose session theirs is.

/** How many keys one query takes. What waits beyond that goes with the next, so that no turn of the event loop is long. */
const BATCH = 100;

/** `find` gives what it found in any order; `keyOf` says for which key each one is. */
export function batched<Found>(
  find: (keys: string[]) => Promise<Found[]>,
  keyOf: (found: Found) => string,
): (key: string) => Promise<Found | undefined> {
  type Waiting = { key: string; resolve(found: Found | undefined): void; reject(error: unknown): void };
  const waiting: Waiting[] = [];

  async function ask(): Promise<void> {
    const batch = waiting.splice(0, BATCH);
    if (waiting.length > 0) setImmediate(ask);
    try {
      const found = new Map((await find(batch.map(({ key }) => key))).map((one) => [keyOf(one), one] as const));
      for (const { key, resolve } of batch) resolve(found.get(key));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(ask);
      waiting.push({ key, resolve, reject });
    });
}
