// Who is looked for: by the words in the search, and by a filter that is fetched when it is opened. Mine alone; the order stays.
import { useDeferredValue, useMemo, useState } from "react";
import type { MeetingState } from "../../../domain/meeting";
import { useWhenWanted } from "../use-on-demand";
import type { Filter } from "./filters";
import { findApplicants, inBoth } from "./search";

const loadFiltering = async () => (await import("./filter-bar")).filtering;

export function useFinding(state: MeetingState, memberId: string) {
  const { applicants } = state;
  const [query, setQuery] = useState("");
  const asked = useDeferredValue(query);
  const [filter, setFilter] = useState<Filter | null>(null);
  const filtering = useWhenWanted(filter !== null, loadFiltering);
  const filtered = useMemo(
    () => (filter && filtering ? filtering.findFiltered(state, memberId, filter) : null),
    [filter, filtering, state, memberId],
  );
  const searched = useMemo(() => findApplicants(applicants, asked), [applicants, asked]);
  /** Null: everybody. */
  const found = useMemo(() => inBoth(searched, filtered), [searched, filtered]);
  return { query, setQuery, filter, setFilter, filtering, found };
}
