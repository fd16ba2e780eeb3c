// Which entries of a trail are asked for, read from the address and written to it. What is no filter is left out, so that an old
// or mistyped address still shows a page.
import { type AuditKind, type AuditOutcome, auditKinds, auditOutcomes } from "../../domain/audit";
import type { AuditFilter } from "../../server/load-context";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export interface AskedEntries {
  filter: AuditFilter;
  /** Entries older than this one. */
  before: number | undefined;
  /** What is wrong with the days, for a person. */
  problem: string | null;
}

export function readAskedEntries(search: URLSearchParams): AskedEntries {
  const text = (name: string) => search.get(name)?.trim() || undefined;
  const actorId = text("who");
  const kind = auditKinds.find((known): known is AuditKind => known === text("what"));
  const outcome = auditOutcomes.find((known): known is AuditOutcome => known === text("outcome"));
  const [from, to] = [dayOf(text("from")), dayOf(text("to"))];
  const seq = text("before");
  const isBackwards = from !== undefined && to !== undefined && from > to;
  return {
    filter: {
      ...(actorId && uuid.test(actorId) && { actorId }),
      ...(kind && { kind }),
      ...(outcome && { outcome }),
      ...(!isBackwards && from && { from }),
      ...(!isBackwards && to && { to }),
    },
    before: seq && /^\d{1,9}$/.test(seq) ? Number(seq) : undefined,
    problem: isBackwards ? "The first day is after the last, so entries of all days are shown." : null,
  };
}

/** The part of the address that asks for these entries. */
export function writeAskedEntries({ actorId, kind, outcome, from, to }: AuditFilter, before?: number): string {
  const said = { who: actorId, what: kind, outcome, from, to, before: before?.toString() };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) if (value) search.set(name, value);
  return search.size > 0 ? `?${search}` : "";
}

/** A day that there is, between the years that a database can hold. */
function dayOf(text: string | undefined): string | undefined {
  if (!text || !/^(19|20)\d{2}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(text) ? undefined : text;
}
