// One applicant a page, for a thumb: the one tap, the four questions, the score, the free text; where the note is, and on to the
// next, at the foot.

import { Link } from "@remix-run/react";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { discoverable, NOTE_TEXT_MAX, SCORE_MAX } from "../../domain/note-words";
import type { Interviewee } from "../../server/context/notes";
import { dayWords } from "../applicants/file-facts";
import { AskDialog } from "../programs/ask-dialog";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { classNames } from "../ui/class-names";
import { TextAreaField, TextField } from "../ui/field";
import { SentenceArea } from "../ui/sentence-area";
import { TopicHints } from "../ui/topic-hints";
import { NoteConflict } from "./note-conflict";
import { NoteQuestions } from "./note-questions";
import type { NoteStore } from "./note-store";
import { SavedLine } from "./saved-line";
import { useNote } from "./use-notes";
import { WorksWith } from "./works-with";

interface Step {
  to: string;
  turn: () => void;
}

interface NotePageProps {
  store: NoteStore;
  applicant: Interviewee;
  isReadOnly: boolean;
  /** Null at either end. */
  previous: Step | null;
  next: Step | null;
  place: string;
  /** Of what a note said before. */
  pastOf: (noteId: string) => string;
  /** Where a conflict of interest with them is declared. */
  recusal: string;
}

export function NotePage({ store, applicant, isReadOnly, previous, next, place, pastOf, recusal }: NotePageProps) {
  const { id } = applicant;
  const { content, saved, status } = useNote(store, id);
  const [isStriking, setStriking] = useState(false);
  const change = (part: Partial<typeof content>) => store.edit(id, { ...store.get(id).content, ...part });
  return (
    <>
      <p className="text-muted">
        {[place, applicant.school, applicant.heldOn && `interviewed ${dayWords(applicant.heldOn)}`]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {isReadOnly && <p role="note">The list is locked: notes can be read and no longer changed.</p>}
      {status.is === "conflict" && (
        <NoteConflict mine={content} theirs={status.theirs} onSettle={(settled) => store.settle(id, settled)} />
      )}
      <fieldset disabled={isReadOnly} className="flex min-w-0 flex-col gap-4">
        <legend className="sr-only">My note of {applicant.name}</legend>
        <WorksWith
          since={content.worksWithSince}
          saved={saved}
          isRefused={status.is === "refused"}
          isReadOnly={isReadOnly}
          onChange={(worksWithSince) => change({ worksWithSince })}
        />
        <NoteQuestions answers={content.answers ?? {}} onChange={(answers) => change({ answers })} />
        <ScoreField key={`${id} ${saved?.id}`} score={content.score} onChange={(score) => change({ score })} />
        <div className="flex flex-col gap-1">
          <TextAreaField
            isOfPerson={false}
            label="Anything else"
            rows={5}
            maxLength={NOTE_TEXT_MAX}
            hint={discoverable}
            value={content.text ?? ""}
            onChange={({ target }) => change({ text: target.value || undefined })}
          />
          <TopicHints text={content.text ?? ""} />
        </div>
      </fieldset>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Link to={recusal} className="inline-flex min-h-11 items-center underline">
          Recuse myself…
        </Link>
      </p>
      {saved && (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {!isReadOnly && (
            <Button className="min-h-11" onClick={() => setStriking(true)}>
              Strike this note…
            </Button>
          )}
          {saved.version > 1 && (
            <Link to={pastOf(saved.id)} className="inline-flex min-h-11 items-center underline">
              Earlier versions
            </Link>
          )}
        </p>
      )}
      {isStriking && saved && (
        <AskDialog
          title={`Strike the note of ${applicant.name}`}
          description="It counts no more and stays on record, with the reason. You can write a new one."
          intent="strike"
          hidden={{ noteId: saved.id }}
          submitLabel="Strike"
          variant="danger"
          done="The note is struck."
          fields={["reason"]}
          onClose={() => setStriking(false)}
        >
          {(errorOf) => (
            <SentenceArea label="Why?" name="reason" maxLength={500} hint={discoverable} error={errorOf("reason")} />
          )}
        </AskDialog>
      )}
      <nav
        aria-label="My interviewees"
        className="sticky bottom-0 -mx-4 -mb-6 grid grid-cols-[auto_1fr_auto] items-center gap-2 border-t border-hairline bg-surface px-4 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]"
      >
        <Turn step={previous} isBack />
        <div className="min-w-0 text-center text-meta [&>p]:justify-center">
          <SavedLine status={status} />
        </div>
        <Turn step={next} />
      </nav>
    </>
  );
}

function Turn({ step, isBack = false }: { step: Step | null; isBack?: boolean }) {
  const Icon = isBack ? ChevronLeft : ChevronRight;
  const words = (
    <>
      {isBack && <Icon size={18} aria-hidden />}
      {isBack ? "Previous" : "Next"}
      {!isBack && <Icon size={18} aria-hidden />}
    </>
  );
  const style = classNames(buttonStyle(), "min-h-12 max-sm:px-2");
  if (!step) {
    return (
      <span className={classNames(style, "invisible")} aria-hidden>
        {words}
      </span>
    );
  }
  const turn = (event: MouseEvent) => {
    // Into another tab it is an address like any other.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    step.turn();
  };
  return (
    <a href={step.to} onClick={turn} className={style}>
      {words}
    </a>
  );
}

interface ScoreFieldProps {
  score: number | undefined;
  onChange: (score: number | undefined) => void;
}

/** As typed while it is typed: "3." is on its way to 3.5. */
function ScoreField({ score, onChange }: ScoreFieldProps) {
  const [typed, setTyped] = useState(score === undefined ? "" : String(score));
  const own = useRef(score);
  // From another device, or from what was left on this one.
  useEffect(() => {
    if (score === own.current) return;
    own.current = score;
    setTyped(score === undefined ? "" : String(score));
  }, [score]);
  const value = readScore(typed);
  return (
    <TextField
      label="Score"
      inputMode="decimal"
      autoComplete="off"
      className="max-w-60"
      hint="On your program’s scale."
      error={value === null ? `A number from 0 to ${SCORE_MAX}.` : null}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        const next = readScore(target.value);
        if (next === null || next === own.current) return;
        own.current = next;
        onChange(next);
      }}
    />
  );
}

/** Undefined: none; null: not a score. */
export function readScore(typed: string): number | undefined | null {
  const text = typed.trim().replace(",", ".");
  if (text === "") return undefined;
  const score = /^\d+(\.\d*)?$/.test(text) ? Number(text) : Number.NaN;
  return score <= SCORE_MAX ? score : null;
}
