// Many single lookups of one turn become one query: two thousand browsers that come back at once ask two thousand times
// whose session theirs is.

/** How many keys one query takes, and how many queries are under way: what waits goes with the next, so that no turn of the
 * event loop is long with what their answers set off. */
const BATCH = 50;
const AT_A_TIME = 2;

/** `find` gives what it found in any order; `keyOf` says for which key each one is. */
export function batched<Found>(
  find: (keys: string[]) => Promise<Found[]>,
  keyOf: (found: Found) => string,
): (key: string) => Promise<Found | undefined> {
  type Waiting = { key: string; resolve(found: Found | undefined): void; reject(error: unknown): void };
  const waiting: Waiting[] = [];
  let isAsked = false;
  let underWay = 0;

  function askSoon(): void {
    if (isAsked || waiting.length === 0 || underWay >= AT_A_TIME) return;
    isAsked = true;
    setImmediate(() => {
      isAsked = false;
      void ask();
    });
  }

  async function ask(): Promise<void> {
    const batch = waiting.splice(0, BATCH);
    underWay += 1;
    askSoon();
    try {
      const found = new Map((await find(batch.map(({ key }) => key))).map((one) => [keyOf(one), one] as const));
      for (const { key, resolve } of batch) resolve(found.get(key));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    underWay -= 1;
    askSoon();
  }

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      askSoon();
    });
}
