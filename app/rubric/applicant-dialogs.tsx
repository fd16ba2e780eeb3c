// What somebody signs about one applicant: a rating by hand, an exception from the exam floor, and its end.

import { RATING_MAX, type RatedLine, rubricLineWords } from "../../domain/rubric";
import type { RubricApplicant } from "../../server/context/rubrics";
import { AskDialog } from "../programs/ask-dialog";
import { TextAreaField } from "../ui/field";
import { SegmentedChoice } from "../ui/segmented-choice";
import { SentenceArea } from "../ui/sentence-area";

export type ApplicantRequest =
  | { kind: "rate"; line: RatedLine; applicant: RubricApplicant }
  | { kind: "makeException" | "strikeException"; applicant: RubricApplicant };

export function ApplicantDialog({ request, onClose }: { request: ApplicantRequest; onClose: () => void }) {
  if (request.kind === "rate") return <RatingDialog {...request} onClose={onClose} />;
  const isNew = request.kind === "makeException";
  const { id, name } = request.applicant;
  return (
    <AskDialog
      title={isNew ? `An exception for ${name}` : `Strike the exception for ${name}`}
      description={
        isNew
          ? "It says why this applicant is looked at all the same. It is signed with your name and the date, and changes no points."
          : "The exception stays to be read, struck, with the reason that you give."
      }
      intent={request.kind}
      hidden={{ applicantId: id }}
      submitLabel={isNew ? "Sign the exception" : "Strike it"}
      done={isNew ? "The exception is recorded." : "The exception is struck."}
      fields={["reason"]}
      onClose={onClose}
    >
      {(errorOf) => (
        <SentenceArea label="Why?" name="reason" hint="It may be discoverable." error={errorOf("reason")} />
      )}
    </AskDialog>
  );
}

const RatingDialog = ({
  line,
  applicant: { id, name, ratings },
  onClose,
}: {
  line: RatedLine;
  applicant: RubricApplicant;
  onClose: () => void;
}) => {
  const given = ratings.find((rating) => rating.line === line);
  const numbers = Array.from({ length: RATING_MAX + 1 }, (_, rating) => String(rating));
  return (
    <AskDialog
      title={`${rubricLineWords[line]}: ${name}`}
      description="It is signed with your name and the date. Ratings before stay as they were."
      intent="rate"
      hidden={{ applicantId: id, line }}
      submitLabel="Sign"
      done="The rating is recorded."
      fields={["rating", "source"]}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <SegmentedChoice
            legend={`Of ${RATING_MAX}`}
            name="rating"
            defaultValue={given ? String(given.rating) : undefined}
            options={[
              ...numbers.map((value) => ({ value, label: value })),
              ...(given ? [{ value: "", label: "Take it back" }] : []),
            ]}
            error={errorOf("rating")}
          />
          <TextAreaField
            label="Where is it from?"
            name="source"
            hint="The letter or the page, and what it says. It may be discoverable."
            error={errorOf("source")}
          />
        </>
      )}
    </AskDialog>
  );
};
