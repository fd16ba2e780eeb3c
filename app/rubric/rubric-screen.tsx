// The rubric as those who prepare read it: the lines and their rules, the exam floor, the seats, the criteria, everybody's score.
import { Link } from "@remix-run/react";
import type { RubricPage } from "../../server/context/rubrics";
import { buttonStyle } from "../ui/button-style";
import { Panel } from "../ui/panel";
import { ApplicantsPanel } from "./applicants-panel";
import { FloorPanel } from "./floor-panel";
import { LinesPanel } from "./lines-panel";
import { SignedBy } from "./rubric-breakdown";
import { unaskedOf } from "./scored-applicants";

export const RubricScreen = ({ page }: { page: RubricPage }) => {
  const { season, current, seats, applicants } = page;
  const { rubric, version, written } = current;
  return (
    <>
      <div className="flex flex-col gap-1">
        <p className="max-w-[70ch]">
          The rubric suggests. Nobody is ranked by it until the program director takes its order over into the
          preliminary list, and people decide from there.
        </p>
        <p className="text-muted">
          {written ? (
            <>
              Version {version}, <SignedBy signature={written} />: “{written.reason}”
            </>
          ) : (
            "The default: nobody has changed it yet."
          )}
        </p>
      </div>
      <nav aria-label="This rubric" className="flex flex-wrap gap-2">
        {season.may.includes("changeRubric") && (
          <Link to={`/seasons/${season.id}/rubric/change`} className={buttonStyle("primary")}>
            Change the rubric
          </Link>
        )}
        <Link to={`/seasons/${season.id}/rubric/versions`} className={buttonStyle()}>
          Versions
        </Link>
      </nav>
      <LinesPanel rubric={rubric} unasked={unaskedOf(rubric, applicants)} />
      <FloorPanel rubric={rubric} applicants={applicants} />
      <SeatsPanel seats={seats} seatCount={rubric.visa.h1bSeats} />
      <Panel title="What made the cut">
        {rubric.criteria ? (
          <p className="max-w-[70ch] whitespace-pre-line">{rubric.criteria}</p>
        ) : (
          <p className="text-muted">Nobody has written down yet by which criteria applicants were screened.</p>
        )}
      </Panel>
      <ApplicantsPanel page={page} />
    </>
  );
};

const SeatsPanel = ({ seats, seatCount }: { seats: RubricPage["seats"]; seatCount: number | null }) => {
  const list = seats.isFrozen ? "the meeting's list" : "the preliminary list";
  const counts: [string, string][] = [
    ["Seats that the program has", seatCount === null ? "Not set" : String(seatCount)],
    [`Ranked in ${list} and in need of one`, String(seats.h1b)],
    ["Ranked and in need of sponsorship of a kind that is not on file", String(seats.unrecorded)],
  ];
  return (
    <Panel title="H-1B seats">
      <dl className="w-full">
        {counts.map(([label, count]) => (
          <div key={label} className="flex justify-between gap-4 border-b border-hairline py-2 last:border-b-0">
            <dt>{label}</dt>
            <dd className="tabular font-bold">{count}</dd>
          </div>
        ))}
      </dl>
      <p className="max-w-[70ch] text-muted">
        A count for planning, without those you are recused from. It is not merit: no list is sorted by it, and it earns
        nobody more or less.
      </p>
    </Panel>
  );
};
