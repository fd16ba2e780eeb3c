// The list as it was after an event of the meeting, and the moments to choose from (BACK-1, BACK-2). Says of itself that it is not
// the list of now; nothing can be changed here.
import { Link } from "@remix-run/react";
import History from "lucide-react/icons/history";
import type { PastList, PastListPage } from "../../server/context/looking-back";
import type { SignedInPerson } from "../../server/load-context";
import { placeName } from "../preliminary/change-words";
import { buttonStyle } from "../ui/button-style";
import { Moment } from "../ui/moment";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { ZoneIcon } from "../ui/zone-mark";
import { LookingBackPage } from "./looking-back-page";
import { MomentChoice } from "./moment-choice";

interface PastListScreenProps {
  person: SignedInPerson;
  page: PastListPage;
}

export function PastListScreen({ person, page }: PastListScreenProps) {
  const { meetingId, moments, list } = page;
  return (
    <LookingBackPage title="The list as it was" part="at" person={person} page={page}>
      {!list && (
        <p className="max-w-[70ch] text-muted">
          Choose a moment. The list is shown as it stood then, as you may see the meeting today: nobody from whom you
          are recused is on it, and no ballots. Any other moment is in an applicant's history.
        </p>
      )}
      {list && <WhenItWas list={list} meetingId={meetingId} />}
      <MomentChoice key={list?.seq} meetingId={meetingId} moments={moments} chosen={list?.seq} />
      {list && <Rows list={list} />}
    </LookingBackPage>
  );
}

function WhenItWas({ list, meetingId }: { list: PastList; meetingId: string }) {
  const { at, isNow, earlier, later } = list;
  return (
    <div className="sticky top-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border-2 border-flag bg-surface px-4 py-2 print:static">
      <History size={18} className="text-flag" aria-hidden />
      <p className="flex-1 basis-60 font-bold">
        {isNow ? (
          "Nothing has happened since: this is the list as it stands."
        ) : (
          <>
            As it was at <Moment at={at} />, not now
          </>
        )}
      </p>
      <p className="flex flex-wrap gap-2 print:hidden">
        {earlier !== null && (
          <Link to={`/meetings/${meetingId}/at/${earlier}`} className={buttonStyle()}>
            Earlier
          </Link>
        )}
        {later !== null && (
          <Link to={`/meetings/${meetingId}/at/${later}`} className={buttonStyle()}>
            Later
          </Link>
        )}
        <Link reloadDocument to={`/meetings/${meetingId}`} className={buttonStyle()}>
          The list of now
        </Link>
      </p>
    </div>
  );
}

const Rows = ({ list: { rows } }: { list: PastList }) => (
  <Table caption="The list as it was then" isCaptionHidden>
    <thead>
      <tr>
        <ColumnHeading className="text-right">Rank</ColumnHeading>
        <ColumnHeading>Applicant</ColumnHeading>
        <ColumnHeading>Zone</ColumnHeading>
        <ColumnHeading className="text-right">Preliminary</ColumnHeading>
        <ColumnHeading className="text-right">Now</ColumnHeading>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ id, name, place, rank, preliminaryRank, rankNow }) => (
        <tr key={id}>
          <Cell isNumber>{rank ?? "–"}</Cell>
          <Cell>{name}</Cell>
          <Cell>
            <span className="inline-flex items-center gap-1 whitespace-nowrap">
              {place !== "unplaced" && <ZoneIcon zone={place} size={14} />}
              <span className={place === "unplaced" ? undefined : "max-sm:sr-only"}>{placeName(place)}</span>
            </span>
          </Cell>
          <Cell isNumber className="text-muted">
            {preliminaryRank ?? "–"}
          </Cell>
          <Cell isNumber className="text-muted">
            {rankNow ?? "–"}
          </Cell>
        </tr>
      ))}
    </tbody>
  </Table>
);
