// Which rows of the ranked list are folded for me (FOLD-1). Until somebody is confirmed nothing of it is fetched, and the rows are
// the list's own.
import { useMemo, useState } from "react";
import type { ApplicantId } from "../../../domain/ids";
import type { MeetingState } from "../../../domain/meeting";
import { useWhenWanted } from "../use-on-demand";
import type { OwnFolds } from "./row-focus";

interface FoldsParts {
  state: MeetingState;
  ranked: readonly string[];
  selected: ReadonlySet<ApplicantId>;
  keptId: string | null;
  /** A search looks through everybody. */
  isSearching: boolean;
}

const loadFolds = () => import("./folds");
export type Folds = Awaited<ReturnType<typeof loadFolds>>;

export function useFolds({ state, ranked, selected, keptId, isSearching }: FoldsParts) {
  const { room, quota, phase } = state;
  const isUsed = Object.keys(room.confirmed).length > 0;
  const there = useWhenWanted(isUsed, loadFolds);
  const folds = isUsed && !isSearching ? there : null;
  const [own, changeFolds] = useState<OwnFolds>({ open: selected });
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the whole state only these count.
  const items = useMemo(
    () => folds?.foldItems(ranked, { state, own, keptId, selected }) ?? ranked,
    [folds, ranked, room, quota, phase, own, keptId, selected],
  );
  return { folds, items, changeFolds };
}
