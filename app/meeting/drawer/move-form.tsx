// Moving from the drawer: type a rank, or choose a zone. Stands where the thumb is.

import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Anchor } from "../../../domain/anchor";
import type { ApplicantId } from "../../../domain/ids";
import { anchorAtIndex, anchorForRank, placeOf, rankedCount, rankOf, removeFrom } from "../../../domain/rank-list";
import { type RankOrder, type Zone, zones } from "../../../domain/zone";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { onEscape } from "../../ui/on-escape";
import { ZoneIcon, zoneWord } from "../../ui/zone-mark";
import { ActButton } from "../act-button";
import { useMeetingActions } from "../use-meeting-actions";

export function MoveForm({ applicantId, onClose }: { applicantId: ApplicantId; onClose: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const order = useMeeting(({ state }) => state.order);
  const { move } = useMeetingActions();
  const [rankText, setRankText] = useState(() => String(rankOf(order, applicantId) ?? ""));
  const [isChecked, setIsChecked] = useState(false);
  const last = rankedCount(removeFrom(order, applicantId)) + 1;
  const rank = /^\d{1,4}$/.test(rankText.trim()) ? Number(rankText) : 0;
  const isRank = rank >= 1 && rank <= last;

  useEffect(() => {
    form.current?.querySelector("input")?.select();
  }, []);

  const go = (to: Anchor) => {
    onClose();
    void move(applicantId, to);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (isRank) go(anchorForRank(order, applicantId, rank));
  };

  return (
    <form ref={form} noValidate onSubmit={submit} onKeyDown={onEscape(onClose)} className="flex w-full flex-col gap-3">
      <div className="flex items-start gap-2">
        <TextField
          label="Move to rank"
          hint={`1 to ${last}`}
          className="flex-1"
          inputMode="numeric"
          autoComplete="off"
          enterKeyHint="go"
          value={rankText}
          error={isChecked && !isRank ? `Enter a rank from 1 to ${last}.` : null}
          onChange={(event) => setRankText(event.target.value)}
        />
        <ActButton type="submit" variant="primary" className="mt-6">
          Move
        </ActButton>
        <Button className="mt-6" onClick={onClose}>
          Cancel
        </Button>
      </div>
      <p className="flex flex-wrap gap-2">
        {zones
          .filter((zone) => zone !== placeOf(order, applicantId))
          .map((zone) => (
            <ActButton key={zone} onClick={() => go(intoZone(order, applicantId, zone))}>
              <ZoneIcon zone={zone} />
              {zoneWord(zone)}
              {zone === "red" && "…"}
            </ActButton>
          ))}
      </p>
    </form>
  );
}

/** Into the next zone by its nearest end: out of protected to the top of middle, everything else to the zone's end. */
function intoZone(order: RankOrder, id: ApplicantId, zone: Zone): Anchor {
  const comesFromAbove = zone === "middle" && placeOf(order, id) === "protected";
  return anchorAtIndex(order, id, zone, comesFromAbove ? 0 : order[zone].length);
}
