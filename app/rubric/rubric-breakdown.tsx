// One applicant's score, explained: each line with its points, its weight and why; what is missing; the exam floor; ratings and
// exceptions with who signed them. It names sponsorship needs, so it is for those who prepare (SEE-2).
import { counted } from "../../domain/count-words";
import { type RubricLineScore, rubricLineWords } from "../../domain/rubric";
import { shownScore } from "../../domain/rubric-figures";
import type {
  RubricBreakdown as Breakdown,
  ExceptionWords,
  RatingWords,
  Signature,
} from "../../server/context/rubrics";
import { Moment } from "../ui/moment";
import { knownWords, lineWords } from "./figures";

export const RubricBreakdown = ({ breakdown }: { breakdown: Breakdown }) => {
  const { score, under, ratings, exceptions } = breakdown;
  const shown = shownScore(score);
  return (
    <div className="flex flex-col gap-3">
      <p>
        {shown.total === null ? (
          "Nothing that the rubric asks for is on file."
        ) : (
          <>
            <b className="tabular">{shown.total}</b> of 100: {shown.earned} of {counted(score.known, "point")}. It{" "}
            {knownWords(score)}.
          </>
        )}
      </p>
      <dl className="flex flex-col">
        {score.lines.map((each) => (
          <LinePart
            key={each.line}
            line={each}
            points={shown.points[each.line]}
            rating={ratings.find(({ line }) => line === each.line)}
          />
        ))}
      </dl>
      {under && (
        <p>
          {under.exam} {under.score} is under the floor of {under.floor}. That is shown and moves nobody.
        </p>
      )}
      {exceptions.map((exception) => (
        <ExceptionPart key={exception.at} exception={exception} />
      ))}
    </div>
  );
};

const LinePart = ({
  line,
  points,
  rating,
}: {
  line: RubricLineScore;
  points: string | undefined;
  rating: RatingWords | undefined;
}) => (
  <div className="grid gap-x-4 border-b border-hairline py-2 last:border-b-0 sm:grid-cols-[12rem_10rem_minmax(0,1fr)]">
    <dt>{rubricLineWords[line.line]}</dt>
    <dd className="tabular">{lineWords(line, points)}</dd>
    <dd className="text-muted">
      {line.why}
      {rating && (
        <span className="block">
          “{rating.source}” <SignedBy signature={rating} />
        </span>
      )}
    </dd>
  </div>
);

const ExceptionPart = ({ exception: { reason, struck, ...signature } }: { exception: ExceptionWords }) => (
  <p className={struck ? "text-muted" : undefined}>
    {struck ? <s>Exception from the floor: {reason}</s> : `Exception from the floor: ${reason}`}{" "}
    <SignedBy signature={signature} />
    {struck && (
      <span className="block">
        Struck: {struck.reason} <SignedBy signature={struck} />
      </span>
    )}
  </p>
);

export const SignedBy = ({ signature: { by, at } }: { signature: Signature }) => (
  <span className="text-muted">
    {by}, <Moment at={at} isDated />
  </span>
);
