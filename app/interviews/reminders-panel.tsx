// Notes that are not written yet: who would get a mail and why, and the one button that sends them. Without a mail server there
// is a text to copy.
import { Form, useNavigation } from "@remix-run/react";
import type { InterviewsPage } from "../../server/context/interviews";
import { Button } from "../ui/button";
import { TextAreaField } from "../ui/field";
import { Panel } from "../ui/panel";

export function RemindersPanel({ reminders }: { reminders: NonNullable<InterviewsPage["reminders"]> }) {
  const { due, isMailed, subject, text } = reminders;
  const { state } = useNavigation();
  const waiting = due.filter(({ wasRemindedToday }) => !wasRemindedToday).length;
  return (
    <Panel title="Notes not written yet">
      {due.length === 0 ? (
        <p className="text-muted">Every interview that was held has its note.</p>
      ) : (
        <ul className="flex w-full flex-col">
          {due.map(({ id, name, applicants, wasRemindedToday }) => (
            <li key={id} className="border-b border-hairline py-2 last:border-b-0">
              <p>
                <b>{name}</b> <span className="tabular text-muted">{applicants.length} not written</span>
                {wasRemindedToday && <span className="text-muted"> · reminded today</span>}
              </p>
              <p className="text-meta break-words text-muted">{namesWords(applicants)}</p>
            </li>
          ))}
        </ul>
      )}
      {due.length > 0 && isMailed && (
        <Form method="post" preventScrollReset className="flex flex-col items-start gap-2">
          <input type="hidden" name="intent" value="remind" />
          {waiting > 0 && (
            <Button type="submit" variant="primary" isBusy={state !== "idle"}>
              {waiting === 1 ? "Send 1 reminder" : `Send ${waiting} reminders`}
            </Button>
          )}
          <p className="text-meta text-muted">
            One mail each, at most once a day. It says how many notes are missing and names no applicant; that it was
            sent is on record.
          </p>
        </Form>
      )}
      {due.length > 0 && !isMailed && (
        <TextAreaField
          isOfPerson={false}
          label="A text to send by hand"
          hint="No mail server is set up here (SMTP_URL), so nothing can be mailed. Copy this and send it yourself."
          readOnly
          rows={9}
          className="w-full"
          value={`${subject}\n\n${text}`}
        />
      )}
    </Panel>
  );
}

const namedAtMost = 8;

const namesWords = (names: readonly string[]): string => {
  const rest = names.length - namedAtMost;
  const named = names.slice(0, namedAtMost).join("; ");
  return rest > 0 ? `${named}; and ${rest} more` : named;
};
