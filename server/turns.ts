// Many jobs that come at once, each short and together long: done in order, with a turn of the event loop in between whenever
// they have taken a moment, so that commands and heartbeats of others are not kept waiting.

/** How long jobs go on before everything else has its turn. */
const MOMENT_MS = 15;

/** Resolves when the job is done; rejects with what it throws. */
export type InTurns = (job: () => void) => Promise<void>;

export function takeTurns(): InTurns {
  const waiting: (() => void)[] = [];
  let isUnderWay = false;

  function goOn(): void {
    const end = performance.now() + MOMENT_MS;
    while (waiting.length > 0 && performance.now() < end) waiting.shift()?.();
    isUnderWay = waiting.length > 0;
    if (isUnderWay) setImmediate(goOn);
  }

  return (job) =>
    new Promise((resolve, reject) => {
      waiting.push(() => {
        try {
          job();
          resolve();
        } catch (error) {
          reject(error);
        }
      });
      if (isUnderWay) return;
      isUnderWay = true;
      setImmediate(goOn);
    });
}
