// The last move that happened out of sight, for the pill that tells it. At most twice a second: who reads needs time.
import type { ApplicantId } from "../../../domain/ids";

export interface UnseenMove {
  applicantId: ApplicantId;
  /** "Okafor, Irina → 15 (Maya Haddad)" */
  words: string;
  /** Others out of sight since the pill was last shown. */
  others: number;
}

const SHOWN_MS = 4000;
const PAUSE_MS = 500;

export class PillChannel {
  private shown: UnseenMove | null = null;
  private latest: Omit<UnseenMove, "others"> | null = null;
  private others = 0;
  private pause: number | undefined;
  private leaving: number | undefined;
  private readonly listeners = new Set<() => void>();

  add(applicantId: ApplicantId, words: string): void {
    if (this.latest && this.latest.applicantId !== applicantId) this.others += 1;
    this.latest = { applicantId, words };
    if (this.pause !== undefined) return;
    this.pause = window.setTimeout(
      () => {
        this.pause = undefined;
        if (this.latest) this.show({ ...this.latest, others: this.others });
        this.latest = null;
        this.others = 0;
      },
      this.shown ? PAUSE_MS : 0,
    );
  }

  dismiss = (): void => this.show(null);

  current = (): UnseenMove | null => this.shown;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private show(move: UnseenMove | null): void {
    window.clearTimeout(this.leaving);
    if (move) this.leaving = window.setTimeout(this.dismiss, SHOWN_MS);
    this.shown = move;
    for (const listener of this.listeners) listener();
  }
}
