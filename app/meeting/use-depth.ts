// How deep the list may go, for the list as it is now (DEPTH-4). The page comes with that of the list it came with; with another
// quota or length it is worked out here, by a part of the page that is fetched then. Where it cannot be, nothing is said.
import { useEffect, useState } from "react";
import type { DepthBeside } from "../../domain/depth-words";
import { rankedCount } from "../../domain/rank-list";
import type { DepthLine } from "../../server/context/looking-back";
import { useMeeting } from "../meeting-store/use-meeting";

export function useDepth(loaded: DepthLine | null): DepthBeside | null {
  const quota = useMeeting(({ state }) => state.quota);
  const ranked = useMeeting(({ state }) => rankedCount(state.order));
  const [depth, setDepth] = useState<DepthBeside | null>(loaded);
  useEffect(() => {
    if (!loaded || (loaded.list.quota === quota && loaded.list.ranked === ranked)) return setDepth(loaded);
    // In the order in which they were asked for: there is one module.
    import("../../domain/depth-words").then(
      ({ depthBeside }) => setDepth(depthBeside(loaded.past, { quota, ranked })),
      () => setDepth(null),
    );
  }, [loaded, quota, ranked]);
  return depth;
}
