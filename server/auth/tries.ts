// Counts refused attempts of one kind from one place, so that whoever tries a million times cannot fill the audit trail: the first
// twenty in ten minutes are entries of their own, after that each doubling is one and says how many there were.
import type { Clock } from "../clock";

const WINDOW = 10 * 60 * 1000;
const ONE_BY_ONE = 20;
/** Kinds and places remembered; a forgotten one begins anew, and no attempt is lost. */
const MAX_KEYS = 10_000;

export class Tries {
  private readonly known = new Map<string, { since: number; count: number }>();

  constructor(private readonly clock: Clock) {}

  /** How many there were with this one, if it is to be written; undefined otherwise. */
  count(key: string): number | undefined {
    const now = this.clock().getTime();
    const known = this.known.get(key);
    const tries = known && now - known.since < WINDOW ? known : { since: now, count: 0 };
    tries.count += 1;
    this.known.delete(key);
    this.known.set(key, tries);
    const oldest = this.known.keys().next().value;
    if (this.known.size > MAX_KEYS && oldest !== undefined) this.known.delete(oldest);
    const { count } = tries;
    return count <= ONE_BY_ONE || (count & (count - 1)) === 0 ? count : undefined;
  }
}
