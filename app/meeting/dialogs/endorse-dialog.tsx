// Endorsing in two taps: one opened this, the second is the strength, and it is done. How well and from where the member
// knows the applicant may be said before, and need not be.
import ChevronRight from "lucide-react/icons/chevron-right";
import Star from "lucide-react/icons/star";
import { useRef, useState } from "react";
import type { Applicant } from "../../../domain/applicant";
import {
  type EndorsementStrength,
  endorsementStrengths,
  type Relationship,
  relationships,
  relationshipWords,
  strengthWords,
} from "../../../domain/marks";
import { championsGiven } from "../../../domain/meeting";
import { isSentence, sentenceMissing } from "../../../domain/sentence";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { Sheet } from "../../ui/dialog";
import { SelectField } from "../../ui/field";
import { announce } from "../../ui/live-region";
import { useDraft } from "./draft";
import { Refusal, WaitingNote } from "./form-dialog";
import { SentenceField } from "./sentence-field";
import { useCommand } from "./use-command";

interface EndorseDraft {
  relationship: Relationship | "";
  evidence: string;
}

const empty: EndorseDraft = { relationship: "", evidence: "" };

/** The browser's own attribute decides where a dialog's focus starts; React would keep it to itself. */
const startHere = (button: HTMLButtonElement | null) => button?.setAttribute("autofocus", "");

export function EndorseDialog({ applicant, onDone }: { applicant: Applicant; onDone: () => void }) {
  const { draft, change, forget } = useDraft(`endorse ${applicant.id}`, empty);
  const { send, isSending, refusal } = useCommand();
  const limit = useMeeting(({ state }) => state.championLimit);
  const given = useMeeting(({ state, memberId }) => championsGiven(state, memberId));
  const left = Math.max(0, limit - given);
  const [lacking, setLacking] = useState<string | null>(null);
  const said = useRef<HTMLDetailsElement>(null);

  const endorse = async (strength: EndorsementStrength) => {
    if (isSending) return;
    const evidence = draft.evidence.trim();
    // Said before it is asked: the words are still to be written.
    if (evidence ? !isSentence(evidence) : strength === "champion") {
      setLacking(evidence ? sentenceMissing : "A champion says in a sentence what they saw.");
      if (said.current) said.current.open = true;
      said.current?.querySelector("textarea")?.focus();
      return;
    }
    const isAccepted = await send({
      type: "endorseApplicant",
      applicantId: applicant.id,
      strength,
      ...(draft.relationship && { relationship: draft.relationship }),
      ...(evidence && { evidence }),
    });
    if (!isAccepted) return;
    forget();
    announce(`${applicant.name} endorsed: ${strengthWords[strength]}.`);
    onDone();
  };

  return (
    <Sheet
      isOpen
      title={`Endorse ${applicant.name}`}
      description="Signed with your name. Advice, not a vote."
      onClose={onDone}
    >
      <div className="flex flex-col gap-2">
        {endorsementStrengths.map((strength, index) => {
          const isChampion = strength === "champion";
          const isSpent = isChampion && left === 0;
          return (
            <Button
              key={strength}
              ref={index === 0 ? startHere : undefined}
              aria-disabled={isSpent || isSending}
              onClick={() => !isSpent && void endorse(strength)}
            >
              <span className="flex flex-1 items-center gap-2">
                <Stars count={index + 1} />
                {strengthWords[strength]}
              </span>
              {isChampion && (
                <span className="tabular font-normal text-muted">
                  ({left} of {limit} left)
                </span>
              )}
            </Button>
          );
        })}
      </div>
      {left === 0 && <p className="text-muted">All your champions are given. Strike one to give another.</p>}
      <Refusal sentence={refusal} />
      {isSending && <WaitingNote />}
      <details ref={said} className="group" open={Boolean(draft.relationship || draft.evidence)}>
        <summary className="flex min-h-9 cursor-pointer list-none items-center gap-1 text-muted pointer-coarse:min-h-11">
          <ChevronRight size={16} className="group-open:rotate-90" aria-hidden />
          Say what you saw (a champion has to, before choosing)
        </summary>
        <div className="mt-2 flex flex-col gap-4">
          <SelectField
            label="How I know them"
            value={draft.relationship}
            onChange={(event) =>
              change({ relationship: relationships.find((one) => one === event.target.value) ?? "" })
            }
          >
            <option value="">Not said</option>
            {relationships.map((relationship) => (
              <option key={relationship} value={relationship}>
                {relationshipWords[relationship]}
              </option>
            ))}
          </SelectField>
          <SentenceField
            label="What I saw"
            value={draft.evidence}
            rows={2}
            error={lacking}
            onChange={(value) => {
              setLacking(null);
              change({ evidence: value });
            }}
          />
        </div>
      </details>
    </Sheet>
  );
}

const Stars = ({ count }: { count: number }) => (
  <span aria-hidden className="inline-flex w-12 text-champion">
    {["one", "two", "three"].slice(0, count).map((key) => (
      <Star key={key} size={16} fill="currentColor" />
    ))}
  </span>
);
