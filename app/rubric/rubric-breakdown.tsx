// One applicant's score, explained: each line with its points, its weight and why; what is missing; the exam floor; ratings and
// exceptions with who signed them. It names sponsorship needs, so it is for those who prepare (SEE-2).
import { type RubricLineScore, rubricLineWords } from "../../domain/rubric";
import type {
  RubricBreakdown as Breakdown,
  ExceptionWords,
  RatingWords,
  Signature,
} from "../../server/context/rubrics";
import { dayWords } from "../retention/day-words";
import { figure, knownWords } from "./figures";

export const RubricBreakdown = ({ breakdown }: { breakdown: Breakdown }) => {
  const { score, under, ratings, exceptions } = breakdown;
  return (
    <div className="flex flex-col gap-3">
      <p>
        {score.total === null ? (
          "Nothing that the rubric asks for is on file."
        ) : (
          <>
            <b className="tabular">{figure(score.total)}</b> of 100: {figure(score.earned)} points of {score.known}, the
            weight that is known{score.known === score.weight ? "." : `; ${knownWords(score)}.`}
          </>
        )}
      </p>
      <dl className="flex flex-col">
        {score.lines.map((each) => (
          <LinePart key={each.line} line={each} rating={ratings.find(({ line }) => line === each.line)} />
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
  line: { line, weight, points, why },
  rating,
}: {
  line: RubricLineScore;
  rating: RatingWords | undefined;
}) => (
  <div className="grid gap-x-4 border-b border-hairline py-2 last:border-b-0 sm:grid-cols-[12rem_10rem_minmax(0,1fr)]">
    <dt>{rubricLineWords[line]}</dt>
    <dd className="tabular">
      {weight === 0 ? "Not counted" : points === null ? "Missing" : figure(points)}
      <span className="text-muted">{points === null || weight === 0 ? `, weight ${weight}` : ` of ${weight}`}</span>
    </dd>
    <dd className="text-muted">
      {why}
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
    {by}, {dayWords(at.slice(0, 10))}
  </span>
);
