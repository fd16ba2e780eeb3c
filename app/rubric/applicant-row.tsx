// One applicant's line: name, total, bar; opened, the explanation and what may be signed about it.
import { Link } from "@remix-run/react";
import ChevronRight from "lucide-react/icons/chevron-right";
import { type Rubric, ratedLines, rubricLineWords } from "../../domain/rubric";
import { isKnownEnough } from "../../domain/rubric-order";
import type { MySeason } from "../../server/context/season-words";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { classNames } from "../ui/class-names";
import type { ApplicantRequest } from "./applicant-dialogs";
import { knownWords } from "./figures";
import { RubricBreakdown } from "./rubric-breakdown";
import { ScoreBar } from "./score-bar";
import type { ScoredApplicant } from "./scored-applicants";

interface ApplicantRowProps {
  applicant: ScoredApplicant;
  rubric: Rubric;
  season: MySeason;
  isOpen: boolean;
  onToggle: () => void;
  onAsk: (request: ApplicantRequest) => void;
}

export function ApplicantRow({ applicant, rubric, season, isOpen, onToggle, onAsk }: ApplicantRowProps) {
  const { id, name, breakdown } = applicant;
  const { score, under, exceptions } = breakdown;
  const hasException = exceptions.some(({ struck }) => struck === null);
  return (
    <li className="border-b border-hairline last:border-b-0">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={`${id}-why`}
        onClick={onToggle}
        className="grid min-h-11 w-full grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1 py-2 text-left sm:grid-cols-[1.25rem_minmax(0,1fr)_9rem_12rem]"
      >
        <ChevronRight size={16} aria-hidden className={classNames("text-muted", isOpen && "rotate-90")} />
        <span className="flex min-w-0 flex-wrap items-center gap-x-2">
          <span className="truncate">{name}</span>
          {under && <Badge>{hasException ? "Under the floor, with an exception" : "Under the floor"}</Badge>}
        </span>
        <span className="text-right">
          <span className="tabular font-bold">{score.total === null ? "Missing" : score.total.toFixed(1)}</span>
          <span className="tabular block text-meta text-muted">
            {knownWords(score)}
            {!isKnownEnough(score) && ", no place"}
          </span>
        </span>
        <span className="max-sm:col-span-3">
          <ScoreBar lines={score.lines} />
        </span>
      </button>
      <div id={`${id}-why`} hidden={!isOpen} className="flex flex-col gap-3 pb-4 sm:pl-7">
        {isOpen && (
          <>
            <RubricBreakdown breakdown={breakdown} />
            <Acts {...{ applicant, rubric, season, hasException, onAsk }} />
          </>
        )}
      </div>
    </li>
  );
}

interface ActsProps extends Pick<ApplicantRowProps, "applicant" | "rubric" | "season" | "onAsk"> {
  hasException: boolean;
}

function Acts({ applicant, rubric, season: { id, may }, hasException, onAsk }: ActsProps) {
  const rated = may.includes("rateByHand") ? ratedLines.filter((line) => rubric.weights[line] > 0) : [];
  const isAboutFloor = may.includes("makeException") && (hasException || applicant.breakdown.under !== null);
  return (
    <div className="flex flex-wrap gap-2">
      {rated.map((line) => (
        <Button key={line} onClick={() => onAsk({ kind: "rate", line, applicant })}>
          Rate {rubricLineWords[line].toLowerCase()}…
        </Button>
      ))}
      {isAboutFloor && (
        <Button onClick={() => onAsk({ kind: hasException ? "strikeException" : "makeException", applicant })}>
          {hasException ? "Strike the exception…" : "Make an exception…"}
        </Button>
      )}
      <Link to={`/seasons/${id}/applicants/${applicant.id}`} className={buttonStyle()}>
        Open the file
      </Link>
    </div>
  );
}
