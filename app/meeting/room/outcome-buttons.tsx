// What came of it, for a host: stays, moves, is protected, is not ranked, or is parked; and who comes next. A move asks for what it
// lacks like any other move; only when it is made is the outcome on record.

import { useState } from "react";
import { anchorAtIndex, anchorForRank, placeOf, rankOf } from "../../../domain/rank-list";
import type { Outcome } from "../../../domain/room";
import { useMeetingStore } from "../../meeting-store/use-meeting";
import { ActButton as Button } from "../act-button";
import { nextOnAgenda } from "../next-on-agenda";
import { useMeetingActions } from "../use-meeting-actions";

export function OutcomeButtons({ applicantId }: { applicantId: string }) {
  const actions = useMeetingActions();
  const store = useMeetingStore();
  const [rank, setRank] = useState("");

  const settle = (outcome: Outcome) => void actions.run({ type: "settleApplicant", applicantId, outcome });
  const go = (step: 1 | -1) => {
    const next = nextOnAgenda(store.getSnapshot().state, applicantId, step);
    if (next) void actions.run({ type: "spotlightApplicant", applicantId: next });
  };
  const toZone = async (zone: "protected" | "red") => {
    const { order } = store.getSnapshot().state;
    await actions.move(applicantId, anchorAtIndex(order, applicantId, zone, order[zone].length));
    if (placeOf(store.getSnapshot().state.order, applicantId) === zone) settle(zone);
  };
  const toRank = async () => {
    const wanted = Number.parseInt(rank, 10);
    if (!Number.isFinite(wanted)) return;
    const before = store.getSnapshot().state.order;
    await actions.move(applicantId, anchorForRank(before, applicantId, wanted));
    if (rankOf(store.getSnapshot().state.order, applicantId) !== rankOf(before, applicantId)) settle("moved");
    setRank("");
  };

  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">Outcome, for hosts</legend>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => settle("held")}>Stays</Button>
        <Button onClick={() => void toZone("protected")}>Protect</Button>
        <Button onClick={() => void toZone("red")}>Not ranked…</Button>
        <Button onClick={() => settle("parked")}>Park</Button>
        <form
          className="flex gap-1"
          onSubmit={(event) => {
            event.preventDefault();
            void toRank();
          }}
        >
          <input
            aria-label="Move to rank"
            inputMode="numeric"
            placeholder="Rank"
            value={rank}
            onChange={(event) => setRank(event.currentTarget.value.replace(/\D/g, "").slice(0, 3))}
            className="tabular min-h-9 w-16 rounded-md border border-control bg-surface px-2 pointer-coarse:min-h-11"
          />
          <Button type="submit">Move</Button>
        </form>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => go(-1)}>Previous</Button>
        <Button variant="primary" onClick={() => go(1)}>
          Next
        </Button>
        <Button onClick={() => void actions.run({ type: "spotlightApplicant", applicantId: null })}>Lights off</Button>
      </div>
    </fieldset>
  );
}
