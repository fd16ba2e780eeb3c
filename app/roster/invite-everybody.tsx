// One press mails an invitation to everybody who has none yet, and says afterwards how many went out, and whose did not and why.
import { useFetcher } from "@remix-run/react";
import type { EverybodyInvited, ProgramAnswer, RosterLine } from "../../server/load-context";
import { Refusal } from "../programs/ask-dialog";
import { Button } from "../ui/button";
import { isUninvited } from "./roster-words";

export function InviteEverybody({ people }: { people: readonly RosterLine[] }) {
  const fetcher = useFetcher<ProgramAnswer<EverybodyInvited>>();
  const isBusy = fetcher.state !== "idle";
  const answer = isBusy ? undefined : fetcher.data;
  const count = people.filter(isUninvited).length;
  if (count === 0 && !isBusy && !answer) return null;
  return (
    <div className="flex flex-col items-start gap-2 rounded-md border border-hairline bg-surface p-4">
      {(count > 0 || isBusy) && (
        <fetcher.Form method="post" className="flex w-full flex-wrap items-center gap-x-4 gap-y-2">
          <input type="hidden" name="intent" value="inviteEverybody" />
          <p className="flex-1 basis-60">
            {count === 1 ? "1 person has" : `${count} people have`} not been invited yet. Each gets a mail with a link
            of their own, good once and for 14 days.
          </p>
          <Button type="submit" isBusy={isBusy}>
            Invite everybody
          </Button>
        </fetcher.Form>
      )}
      <div role="status" className="flex flex-col gap-2 empty:hidden">
        {answer?.ok && <p>{sentWords(answer.sent)}</p>}
        {answer?.ok && answer.failed.length > 0 && (
          <>
            <p className="text-flag">Not invited, and here for the next try:</p>
            <ul className="list-disc pl-5">
              {byReason(answer.failed).map(([reason, names]) => (
                <li key={reason}>
                  {reason} <b>{names.join(", ")}</b>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {answer && !answer.ok && <Refusal sentence={answer.message} />}
    </div>
  );
}

function byReason(failed: EverybodyInvited["failed"]): [reason: string, names: string[]][] {
  const reasons = new Map<string, string[]>();
  for (const { name, reason } of failed) reasons.set(reason, [...(reasons.get(reason) ?? []), name]);
  return [...reasons];
}

const sentWords = (sent: number): string => {
  if (sent === 0) return "No invitation went out.";
  return sent === 1 ? "1 invitation is on its way." : `${sent} invitations are on their way.`;
};
