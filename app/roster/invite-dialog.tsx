// Inviting somebody: by mail, or by a link to hand over. Either makes the invitation before void.
import { useFetcher } from "@remix-run/react";
import Check from "lucide-react/icons/check";
import Copy from "lucide-react/icons/copy";
import { useRef, useState } from "react";
import type { ProgramAnswer, RosterLine } from "../../server/load-context";
import { Refusal } from "../programs/ask-dialog";
import { Button } from "../ui/button";
import { Sheet } from "../ui/dialog";
import { TextField } from "../ui/field";
import { announce } from "../ui/live-region";

interface InviteDialogProps {
  person: RosterLine;
  isMailed: boolean;
  onClose: () => void;
}

export function InviteDialog({ person, isMailed, onClose }: InviteDialogProps) {
  const fetcher = useFetcher<ProgramAnswer<{ url: string | null }>>();
  const isBusy = fetcher.state !== "idle";
  const answer = isBusy ? undefined : fetcher.data;
  const busyWith = fetcher.formData?.get("how");
  const url = answer?.ok ? answer.url : undefined;
  return (
    <Sheet
      isOpen
      title={`Invite ${person.name}`}
      description={`A link for ${person.email}. It works once, for 14 days, and ends any invitation before.`}
      onClose={onClose}
      actions={<Button onClick={onClose}>{url === undefined ? "Cancel" : "Done"}</Button>}
    >
      {url === undefined && (
        <fetcher.Form method="post" className="flex flex-wrap gap-2">
          <input type="hidden" name="intent" value="invite" />
          <input type="hidden" name="memberId" value={person.id} />
          {isMailed && (
            <Button type="submit" variant="primary" name="how" value="mail" isBusy={busyWith === "mail"}>
              Mail it to them
            </Button>
          )}
          {person.mayTakeLink && (
            <Button
              type="submit"
              variant={isMailed ? "quiet" : "primary"}
              name="how"
              value="link"
              isBusy={busyWith === "link"}
            >
              Make a link to hand over
            </Button>
          )}
        </fetcher.Form>
      )}
      {!isMailed && !person.mayTakeLink && (
        <p>
          No mail server is set here, and this link is not yours to hand over: ask the program director or an
          administrator.
        </p>
      )}
      {answer && !answer.ok && <Refusal sentence={answer.message} />}
      {url === null && <p role="status">The invitation is on its way to {person.email}.</p>}
      {url && <LinkToCopy url={url} name={person.name} />}
    </Sheet>
  );
}

function LinkToCopy({ url, name }: { url: string; name: string }) {
  const [isCopied, setIsCopied] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const copy = async () => {
    const field = form.current?.querySelector("input");
    field?.select();
    try {
      await navigator.clipboard.writeText(url);
      setIsCopied(true);
      announce("Link copied.");
    } catch {
      // Plain http has no clipboard: the address is selected, to be copied by hand.
      announce("The link is selected. Copy it with the keyboard.");
    }
  };
  return (
    <div ref={form} className="flex flex-col items-start gap-3">
      <TextField
        label="Link"
        readOnly
        value={url}
        onFocus={(event) => event.currentTarget.select()}
        className="w-full"
        hint={`Hand it to ${name} alone: whoever opens it first comes in under their name. It is shown here once.`}
      />
      <Button variant="primary" onClick={copy}>
        {isCopied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
        {isCopied ? "Copied" : "Copy the link"}
      </Button>
    </div>
  );
}
