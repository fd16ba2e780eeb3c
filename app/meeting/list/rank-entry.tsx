// The field that stands in place of a rank while it is typed over: the number and Enter. Escape, or leaving it, changes nothing.
import { type KeyboardEvent, useContext, useEffect, useRef, useState } from "react";
import { anchorForRank, rankedCount } from "../../../domain/rank-list";
import { useMeetingStore } from "../../meeting-store/use-meeting";
import { tell } from "../meeting-actions";
import { useMeetingActions } from "../use-meeting-actions";
import { RowEntryContext } from "./row-focus";

export function RankEntry({ applicantId, name }: { applicantId: string; name: string }) {
  const store = useMeetingStore();
  const actions = useMeetingActions();
  const { focus, endEntry } = useContext(RowEntryContext);
  const ref = useRef<HTMLInputElement>(null);
  const [isWrong, setWrong] = useState(false);
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);

  const end = () => {
    focus.keep(applicantId, "rank");
    endEntry();
  };

  const commit = (typed: string) => {
    const { order } = store.getSnapshot().state;
    const last =
      rankedCount(order) + (order.protected.includes(applicantId) || order.middle.includes(applicantId) ? 0 : 1);
    const rank = Number(typed);
    if (!/^\d{1,4}$/.test(typed) || rank < 1 || rank > last) {
      setWrong(true);
      ref.current?.select();
      return tell(`Type a rank from 1 to ${last} for ${name}, or press Escape.`);
    }
    end();
    void actions.move(applicantId, anchorForRank(order, applicantId, rank));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") commit(event.currentTarget.value.trim());
    else if (event.key === "Escape") end();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <input
      ref={ref}
      type="text"
      inputMode="numeric"
      enterKeyHint="go"
      autoComplete="off"
      maxLength={4}
      aria-label={`New rank for ${name}`}
      aria-invalid={isWrong || undefined}
      className="row-entry tabular"
      onKeyDown={onKeyDown}
      onBlur={endEntry}
    />
  );
}
