// Declaring a conflict of interest before the meeting, or without it: about whom, what follows, and why. What follows is said before
// it is done, because nobody takes it back alone (RECUSE-1).
import { Link, useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { RecusalPage } from "../../server/context/seasons";
import type { ProgramAnswer, SignedInPerson } from "../../server/load-context";
import { forgetDraftsAbout } from "../meeting/dialogs/draft";
import { deviceShelf } from "../notes/draft-shelf";
import { Refusal } from "../programs/ask-dialog";
import { Button } from "../ui/button";
import { SelectField } from "../ui/field";
import { Page } from "../ui/page";
import { Panel } from "../ui/panel";
import { SentenceArea } from "../ui/sentence-area";

interface RecusalScreenProps {
  person: SignedInPerson;
  page: RecusalPage;
  /** Where the page was opened about somebody. */
  chosen: string;
}

export function RecusalScreen({ person, page, chosen }: RecusalScreenProps) {
  const { season, applicants, withheldCount, takesFiles } = page;
  const fetcher = useFetcher<ProgramAnswer>();
  // By then the page knows the name no more.
  const asked = useRef("");
  const [about, setAbout] = useState(applicants.some(({ id }) => id === chosen) ? chosen : "");
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const isDone = answer?.ok === true;
  useEffect(() => {
    asked.current = applicants.find(({ id }) => id === about)?.name ?? asked.current;
  }, [applicants, about]);
  useEffect(() => {
    if (!isDone || about === "") return;
    // Nothing about them stays on the device, not even what was written and not sent.
    deviceShelf(person.id, season.id).take(about);
    forgetDraftsAbout({ id: about, name: asked.current });
    setAbout("");
  }, [isDone, about, person.id, season.id]);
  const errorOf = (field: string) => (answer && !answer.ok && answer.field === field ? answer.message : null);
  const hasOther = answer && !answer.ok && answer.field !== "applicantId" && answer.field !== "reason";
  return (
    <Page title="Declare a recusal" person={person} under={{ to: "/", label: "My meetings" }}>
      <p className="tabular text-muted">
        {season.programName} · {season.programCode} · Match {season.matchYear}
      </p>
      <div role="status">
        {isDone && (
          <p className="font-bold">
            Your recusal is recorded. Nothing of that applicant reaches you from now on. <Link to="/">My meetings</Link>
          </p>
        )}
      </div>
      {withheldCount > 0 && (
        <p className="text-muted">
          {withheldCount === 1 ? "1 applicant is" : `${withheldCount} applicants are`} withheld from you already.
        </p>
      )}
      <Panel title="A conflict of interest">
        <p>A relative, a partner, somebody you supervise or do business with.</p>
        <ul className="flex list-disc flex-col gap-1 pl-5">
          <li>
            From now on you see nothing of this applicant: no file, photo, notes, scores, marks or rank, here and in the
            meeting.
          </li>
          <li>
            What you have written of them stays, signed, for the others. What this device has not sent is thrown away.
          </li>
          {takesFiles && <li>The files for R3 name everybody, so from now on somebody else has to take them.</li>}
          <li>
            <strong>You cannot take this back yourself.</strong> Only the program director can lift a recusal, in the
            meeting.
          </li>
        </ul>
        <fetcher.Form method="post" noValidate className="flex flex-col gap-4">
          <input type="hidden" name="intent" value="recuse" />
          <SelectField
            label="Applicant"
            name="applicantId"
            value={about}
            error={errorOf("applicantId")}
            onChange={({ target }) => setAbout(target.value)}
          >
            <option value="">Choose…</option>
            {applicants.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <SentenceArea
            key={String(isDone)}
            label="What the conflict is (optional)"
            name="reason"
            rows={2}
            maxLength={500}
            hint="The director, associate PD and coordinator can read it."
            error={errorOf("reason")}
          />
          {hasOther && <Refusal sentence={answer.message} />}
          <Button type="submit" variant="danger" isBusy={fetcher.state !== "idle"} className="self-start">
            Recuse myself
          </Button>
        </fetcher.Form>
      </Panel>
    </Page>
  );
}
