// Who this is and where they stand: identifiers, rank and zone, and the change against the preliminary list.
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import type { Applicant } from "../../../domain/applicant";
import { placeOf, rankOf } from "../../../domain/rank-list";
import type { RankOrder } from "../../../domain/zone";
import { Badge } from "../../ui/badge";
import { ZoneBadge } from "../../ui/zone-mark";

interface DrawerHeadProps {
  applicant: Applicant;
  order: RankOrder;
  preliminary?: RankOrder;
}

export function DrawerHead({ applicant, order, preliminary }: DrawerHeadProps) {
  const place = placeOf(order, applicant.id);
  const rank = rankOf(order, applicant.id);
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-2">
        {rank !== undefined && <span className="tabular text-rank font-bold">Rank {rank}</span>}
        {place && place !== "unplaced" && <ZoneBadge zone={place} />}
        {place === "red" && <span>Not ranked</span>}
        {place === "unplaced" && <Badge>Not placed yet</Badge>}
        {applicant.withdrawn && <Badge tone="red">Withdrawn</Badge>}
        {preliminary && !applicant.withdrawn && (
          <ChangeSincePreliminary now={rank} before={rankOf(preliminary, applicant.id)} />
        )}
      </p>
      <p className="tabular text-meta text-muted">
        AAMC ID {applicant.aamcId ?? "not given"} · NRMP ID {applicant.nrmpId ?? "not given"}
      </p>
    </div>
  );
}

function ChangeSincePreliminary({ now, before }: { now?: number; before?: number }) {
  if (now === before) return <span className="text-meta text-muted">As on the preliminary list</span>;
  const was = before === undefined ? "no rank" : `rank ${before}`;
  const sentence = `was ${was} on the preliminary list`;
  if (now === undefined || before === undefined) return <span className="text-meta text-muted">{sentence}</span>;
  const Arrow = now < before ? ArrowUp : ArrowDown;
  return (
    <span className="tabular inline-flex items-center gap-0.5 text-meta text-muted">
      <Arrow size={14} aria-hidden />
      <span className="sr-only">{now < before ? "up" : "down"} </span>
      {Math.abs(now - before)} · {sentence}
    </span>
  );
}
