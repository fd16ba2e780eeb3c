// The numbers that one move changes on hundreds of rows: rank, change against the preliminary list, the sentence that says
// them, and the quota line. They are written straight into the page: rendering 300 rows again for each of 20 moves a second
// is more than a slow laptop has time for. React writes them when it first makes a row, and `paint` from then on.
import type { ApplicantId } from "../../../domain/ids";
import type { MeetingState } from "../../../domain/meeting";
import { rankedIds } from "../../../domain/rank-list";
import { type Place, places, type RankOrder } from "../../../domain/zone";
import type { RowBook } from "./row-model";
import { changeGlyph, type Figures, rowSentence } from "./row-words";

interface Painted extends Figures {
  rankElement: Element | null;
  changeElement: Element | null;
}

const nothing: Figures = {};

export class RankFigures {
  private order: RankOrder | undefined;
  private preliminary: RankOrder | undefined;
  private preliminaryRanks = new Map<ApplicantId, number>();
  private ranks = new Map<ApplicantId, number>();
  private standings = new Map<ApplicantId, Place>();
  private quota = 0;
  private readonly painted = new WeakMap<Element, Painted>();

  /** Idempotent: what a render reads from here is the same for the same state. */
  read({ order, preliminary, quota }: MeetingState): void {
    this.quota = quota;
    if (preliminary !== this.preliminary) {
      this.preliminary = preliminary;
      this.preliminaryRanks = ranksOf(preliminary);
    }
    if (order === this.order) return;
    this.order = order;
    this.ranks = ranksOf(order);
    this.standings = new Map(places.flatMap((place) => order[place].map((id) => [id, place] as const)));
  }

  of(id: ApplicantId): Figures {
    const rank = this.ranks.get(id);
    if (rank === undefined) return nothing;
    if (!this.preliminary) return { rank };
    const before = this.preliminaryRanks.get(id);
    return { rank, change: before === undefined ? "new" : before - rank };
  }

  placeOf(id: ApplicantId): Place {
    return this.standings.get(id) ?? "unplaced";
  }

  /** What the quota's line says, for the row that it stands below. */
  quotaLabel(id: ApplicantId): string | undefined {
    return this.ranks.get(id) === this.quota ? `Quota ${this.quota}` : undefined;
  }

  /** Rank, change and the quota line: what the eye follows. Writes only what differs from what was painted. */
  paint(item: HTMLElement, id: ApplicantId): void {
    const figures = this.of(id);
    const { rank, change } = figures;
    const last = this.painted.get(item);
    const isStanding = last?.rankElement?.isConnected && last.changeElement?.isConnected;
    if (isStanding && last.rank === rank && last.change === change) return;
    // A row may have its rank replaced by a field for a while.
    const rankElement = isStanding ? last.rankElement : item.querySelector("[data-figure=rank]");
    const changeElement = isStanding ? last.changeElement : item.querySelector("[data-figure=change]");
    this.painted.set(item, { rank, change, rankElement, changeElement });
    writeText(rankElement, rank === undefined ? "" : String(rank));
    writeText(changeElement, changeGlyph(figures));
    this.paintQuota(item, id);
  }

  /** Also for itself: the quota changes without a move. */
  paintQuota(item: HTMLElement, id: ApplicantId): void {
    const label = this.quotaLabel(id);
    if (item.dataset.quota === label) return;
    if (label === undefined) delete item.dataset.quota;
    else item.dataset.quota = label;
  }

  /** The sentences of screen readers: more text than the numbers, and nobody sees them late. */
  paintSentences(list: Element, book: RowBook): void {
    for (const link of list.querySelectorAll<HTMLElement>("[data-figure=link]")) {
      const row = book.rows.get(link.dataset.of ?? "");
      if (!row) continue;
      const sentence = rowSentence(row, this.placeOf(row.id), this.of(row.id));
      if (link.ariaLabel !== sentence) link.ariaLabel = sentence;
    }
  }
}

const ranksOf = (order: RankOrder | undefined): Map<ApplicantId, number> =>
  new Map(order ? rankedIds(order).map((id, index) => [id, index + 1]) : []);

function writeText(element: Element | null, text: string): void {
  // The text node itself, so that React keeps the one it knows.
  const node = element?.firstChild;
  if (node) {
    if (node.nodeValue !== text) node.nodeValue = text;
  } else if (element && text !== "") {
    element.textContent = text;
  }
}
