// Below the facts in the drawer: open questions and calls with colleagues outside, each with where it comes from, and the way to the
// whole file. A part of the page of its own, fetched with the file.
import { useEffect, useState } from "react";
import type { ApplicantId } from "../../../domain/ids";
import type { FileBeside as Beside, ContactLine, QuestionLine } from "../../../server/context/applicant-files";
import { ContactFacts } from "../../applicants/contact-facts";
import { StruckLine } from "../../applicants/struck-line";
import { fetchInTime } from "../../fetch-in-time";
import { useMeeting } from "../../meeting-store/use-meeting";
import { Moment } from "../../ui/moment";

export function FileBeside({ applicantId }: { applicantId: ApplicantId }) {
  const meetingId = useMeeting(({ state }) => state.id);
  const [beside, setBeside] = useState<Beside | "failed" | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    setBeside(null);
    fetchBeside(`/meetings/${meetingId}/applicants/${applicantId}/beside`, abort.signal).then(
      setBeside,
      () => abort.signal.aborted || setBeside("failed"),
    );
    return () => abort.abort();
  }, [meetingId, applicantId]);
  if (beside === null) return null;
  if (beside === "failed") return <p className="mt-4 text-muted">Questions and calls could not be fetched.</p>;
  const { questions, contacts, file } = beside;
  return (
    <div className="mt-5 flex flex-col gap-5">
      {questions.length > 0 && (
        <section aria-label="Open questions">
          <h3 className="border-b border-hairline pb-1 font-bold">Open questions</h3>
          <ul>{questions.map(questionItem)}</ul>
        </section>
      )}
      {contacts.length > 0 && (
        <section aria-label="Calls with colleagues outside">
          <h3 className="border-b border-hairline pb-1 font-bold">Calls with colleagues outside</h3>
          <ul>{contacts.map(contactItem)}</ul>
        </section>
      )}
      {file && (
        <p>
          <a
            href={file}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-9 items-center underline pointer-coarse:min-h-11"
          >
            The whole file, in a new tab
          </a>
        </p>
      )}
    </div>
  );
}

const itemStyle = "border-b border-hairline py-2 break-words last:border-b-0";

const questionItem = ({ id, question, owner, askedBy, askedAt, answer, struck }: QuestionLine) => (
  <li key={id} className={itemStyle}>
    <p className={struck ? "line-through" : "font-bold"}>{question}</p>
    {answer ? (
      <>
        <p>{answer.sentence}</p>
        <p className="text-meta text-muted">
          Answered by {answer.by}, <Moment at={answer.at} />
        </p>
      </>
    ) : (
      <p className="text-meta text-muted">
        {!struck && `Open: ${owner} finds out. `}Asked by {askedBy}, <Moment at={askedAt} />
      </p>
    )}
    <StruckLine struck={struck} />
  </li>
);

const contactItem = (contact: ContactLine) => (
  <li key={contact.id} className={itemStyle}>
    <ContactFacts contact={contact} />
  </li>
);

async function fetchBeside(url: string, signal: AbortSignal): Promise<Beside | null> {
  const response = await fetchInTime(url, { signal, headers: { Accept: "application/json" } });
  // Nothing for this reader: a rehearsal, or an observer.
  if (response.status === 404) return null;
  if (!response.ok) throw new Error("not fetched");
  return (await response.json()) as Beside;
}
