// Zones, badges, people, the connection, and a table with all of them.

import FlagIcon from "lucide-react/icons/flag";
import Lock from "lucide-react/icons/lock";
import Star from "lucide-react/icons/star";
import type { Zone } from "../../domain/zone";
import { Badge } from "../ui/badge";
import { ConnectionMark } from "../ui/connection-mark";
import { Initials } from "../ui/initials";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { ZoneBadge, ZoneEdge } from "../ui/zone-mark";
import { Sample } from "./sample";

const zones: readonly Zone[] = ["protected", "middle", "red"];

const rows = [
  { name: "Okafor, Amara", rank: "1", zone: "protected", step2: 251 },
  { name: "Lindqvist, Jonas", rank: "39", zone: "middle", step2: 238 },
  { name: "Haddad, Rami", rank: "–", zone: "red", step2: 219 },
] as const;

export const MarkSamples = () => (
  <>
    <Sample name="Zones and badges">
      {zones.map((zone) => (
        <ZoneBadge key={zone} zone={zone} />
      ))}
      <Badge icon={<Lock size={14} aria-hidden />}>Locked</Badge>
      <Badge tone="champion" icon={<Star size={14} aria-hidden />}>
        3 endorsements
      </Badge>
      <Badge tone="flag" icon={<FlagIcon size={14} aria-hidden />}>
        1 flag
      </Badge>
    </Sample>
    <Sample name="People and connection">
      <Initials name="Dr. Elena Vance" isLarge />
      <Initials name="Okafor, Amara" />
      <ConnectionMark state="live" />
      <ConnectionMark state="reconnecting" />
      <ConnectionMark state="offline" />
    </Sample>
    <Sample name="Table">
      <div className="w-full min-w-0">
        <Table caption="Three of the list">
          <thead>
            <tr>
              <ColumnHeading className="text-right">Rank</ColumnHeading>
              <ColumnHeading>Applicant</ColumnHeading>
              <ColumnHeading>Zone</ColumnHeading>
              <ColumnHeading className="text-right">Step 2</ColumnHeading>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <Cell isNumber className="relative text-rank">
                  <ZoneEdge zone={row.zone} />
                  {row.rank}
                </Cell>
                <Cell className="whitespace-nowrap">{row.name}</Cell>
                <Cell>
                  <ZoneBadge zone={row.zone} />
                </Cell>
                <Cell isNumber>{row.step2}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </Sample>
  </>
);
