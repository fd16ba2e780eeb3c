// Who else has which row in hand: dragging it, or in its menu.
import { useMemo } from "react";
import type { ApplicantId } from "../../../domain/ids";
import { useMeeting } from "../../meeting-store/use-meeting";

export function useRowHolders(): ReadonlyMap<ApplicantId, string> {
  const here = useMeeting((snapshot) => snapshot.here);
  const members = useMeeting((snapshot) => snapshot.state.members);
  const memberId = useMeeting((snapshot) => snapshot.memberId);
  return useMemo(() => {
    const holders = new Map<ApplicantId, string>();
    for (const { memberId: by, holding } of here) {
      const name = members[by]?.name;
      if (holding !== null && by !== memberId && name) holders.set(holding, name);
    }
    return holders;
  }, [here, members, memberId]);
}
