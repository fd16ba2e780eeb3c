// What the list would be locked with, by name (LOCK-5): open flags, objections and questions, and everybody who is not ranked. Each
// name leads to the person in a window of its own, so that the signature is not lost.
import { type ReactNode, useMemo } from "react";
import { counted } from "../../../domain/count-words";
import type { ApplicantId } from "../../../domain/ids";
import { categoryWords } from "../../../domain/marks";
import { stillOpen } from "../../../domain/still-open";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Button } from "../../ui/button";
import { nameIn } from "../move-words";
import { useDifferences } from "./use-differences";

export function StillOpen() {
  const state = useMeeting((snapshot) => snapshot.state);
  const { flags, objections, red } = useMemo(() => stillOpen(state), [state]);
  const { differences, retry } = useDifferences(state.id);
  const questions = differences.status === "ready" ? differences.page.questions : [];
  const link = (applicantId: ApplicantId) => (
    <a
      href={`/meetings/${state.id}?applicant=${applicantId}`}
      target="_blank"
      rel="noreferrer"
      className="underline pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
    >
      {nameIn(state, applicantId)}
    </a>
  );
  const line = (key: string, applicantId: ApplicantId, words: string) => (
    <li key={key}>
      {link(applicantId)} <span className="text-muted">{words}</span>
    </li>
  );
  return (
    <section aria-label="Still open" className="flex flex-col gap-2">
      <Part
        heading={counted(
          flags.length,
          "flag waits to be verified or dismissed",
          "flags wait to be verified or dismissed",
        )}
      >
        {flags.map(({ id, applicantId, category, sentence }) =>
          line(id, applicantId, `${categoryWords[category]}: ${sentence}`),
        )}
      </Part>
      <Part heading={counted(objections.length, "objection is not settled", "objections are not settled")}>
        {objections.map(({ memberId, applicantId, category, sentence, at }) =>
          line(`${memberId} ${applicantId} ${at}`, applicantId, `${categoryWords[category]}: ${sentence}`),
        )}
      </Part>
      <Part heading={counted(questions.length, "question is not answered", "questions are not answered")}>
        {questions.map(({ id, applicantId, question, owner }) =>
          line(id, applicantId, `${question} ${owner} is to find out.`),
        )}
      </Part>
      {differences.status === "failed" && (
        <p className="flex flex-wrap items-center gap-2 text-muted">
          Whether questions are open could not be fetched.
          <Button onClick={retry}>Try again</Button>
        </p>
      )}
      <Part heading={counted(red.length, "person will not be ranked", "people will not be ranked")}>
        {red.map((applicantId) => (
          <li key={applicantId}>{link(applicantId)}</li>
        ))}
      </Part>
    </section>
  );
}

const Part = ({ heading, children }: { heading: string; children: ReactNode[] }) =>
  children.length === 0 ? null : (
    <div>
      <h3 className="text-meta text-muted">{heading}</h3>
      <ul className="max-h-48 overflow-y-auto">{children}</ul>
    </div>
  );
