// The yearly form: what became of a class, in counts.
import { useState } from "react";
import { CLASS_MAX, type ClassCount, classCounts, classCountWords, REVIEW_MAX } from "../../domain/class-outcomes";
import type { WrittenClass } from "../../server/context/history";
import { AskDialog } from "../programs/ask-dialog";
import { TextAreaField, TextField } from "../ui/field";
import { TopicHints } from "../ui/topic-hints";

interface ClassDialogProps {
  trackId: string;
  /** Null: one of which nothing is written yet. */
  written: WrittenClass | null;
  onClose: () => void;
}

const hints: Partial<Record<ClassCount, string>> = {
  started: "Everybody who began with this class, from the Match or not.",
  leftEarly: "Went elsewhere, stopped or were let go, for whatever reason.",
  boardsTaken: "So far. Those who have not taken them yet are not counted.",
};

export function ClassDialog({ trackId, written, onClose }: ClassDialogProps) {
  const [review, setReview] = useState(written?.review ?? "");
  return (
    <AskDialog
      title={written ? `Class of ${written.matchYear}` : "Another class"}
      description="In counts of the whole class. Every change is kept. What is left empty is not known, which is not zero."
      intent="changeClass"
      hidden={{
        track: trackId,
        version: String(written?.version ?? 0),
        ...(written && { year: String(written.matchYear) }),
      }}
      submitLabel="Save"
      done="The class is saved."
      fields={["year", ...classCounts, "review"]}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          {!written && (
            <TextField
              label="Match year"
              name="year"
              inputMode="numeric"
              autoComplete="off"
              hint="The year in which they matched."
              error={errorOf("year")}
            />
          )}
          {classCounts.map((name) => (
            <TextField
              key={name}
              label={classCountWords[name]}
              name={name}
              inputMode="numeric"
              autoComplete="off"
              maxLength={String(CLASS_MAX).length}
              defaultValue={written?.counts[name]}
              hint={hints[name]}
              error={errorOf(name)}
            />
          ))}
          <div className="flex flex-col gap-1">
            <TextAreaField
              isOfPerson={false}
              label="What the program takes from it"
              name="review"
              maxLength={REVIEW_MAX}
              value={review}
              onChange={({ target }) => setReview(target.value)}
              hint="Of the class and of what was looked at then, never of a person: whoever prepares a list reads it."
              error={errorOf("review")}
            />
            <TopicHints text={review} />
          </div>
        </>
      )}
    </AskDialog>
  );
}
