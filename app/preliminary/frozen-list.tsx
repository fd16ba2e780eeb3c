// The preliminary list as it was frozen: to read, with its snapshots. What has changed since is in the meeting.
import { Link } from "@remix-run/react";
import { useState } from "react";
import type { PreliminaryPage } from "../../server/context/preliminary";
import type { SignedInPerson } from "../../server/load-context";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { Page } from "../ui/page";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { ZoneIcon } from "../ui/zone-mark";
import { placeName } from "./change-words";
import { seasonLink } from "./season-link";
import { SnapshotsDialog } from "./snapshots-dialog";

interface FrozenListProps {
  person: SignedInPerson;
  page: Extract<PreliminaryPage, { stage: "frozen" }>;
}

export function FrozenList({ person, page }: FrozenListProps) {
  const { season, meetingId, list, snapshots } = page;
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Page title="Preliminary list" person={person} under={seasonLink(season)}>
      <p className="max-w-[70ch] text-muted">
        Frozen. This is the order that the meeting started from, and it is kept as it was. What has changed since is in
        the meeting.
      </p>
      <p className="flex flex-wrap gap-2">
        <Link reloadDocument to={`/meetings/${meetingId}`} className={buttonStyle("primary")}>
          To the meeting
        </Link>
        {snapshots.length > 0 && <Button onClick={() => setIsAsking(true)}>Snapshots…</Button>}
      </p>
      <Table caption="The preliminary list as it was frozen" isCaptionHidden>
        <thead>
          <tr>
            <ColumnHeading className="text-right">Rank</ColumnHeading>
            <ColumnHeading>Applicant</ColumnHeading>
            <ColumnHeading>Zone</ColumnHeading>
          </tr>
        </thead>
        <tbody>
          {list.map(({ id, name, place, rank }) => (
            <tr key={id}>
              <Cell isNumber>{rank}</Cell>
              <Cell>{name}</Cell>
              <Cell>
                <span className="inline-flex items-center gap-1">
                  {place !== "unplaced" && <ZoneIcon zone={place} size={14} />}
                  {placeName(place)}
                </span>
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      {isAsking && (
        <SnapshotsDialog
          seasonId={season.id}
          snapshots={snapshots}
          onClose={() => setIsAsking(false)}
          nowLabel="As it was frozen"
        />
      )}
    </Page>
  );
}
