// The roster: who is on it, who was removed, and the dialogs over it.
import { Link } from "@remix-run/react";
import { useState } from "react";
import type { RosterPage } from "../../server/load-context";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { EmptyState } from "../ui/notice-panel";
import { InviteDialog } from "./invite-dialog";
import { InviteEverybody } from "./invite-everybody";
import { AddDialog, ChangeDialog, RemoveDialog } from "./person-dialogs";
import type { RosterRequest } from "./roster-request";
import { RosterTable } from "./roster-table";
import { countWords } from "./roster-words";

export function RosterScreen({ roster }: { roster: RosterPage }) {
  const [request, setRequest] = useState<RosterRequest | null>(null);
  const { people, mayChange } = roster;
  const onRoster = people.filter(({ state }) => state !== "removed");
  const removed = people.filter(({ state }) => state === "removed");
  const hasDirector = onRoster.some(({ role }) => role === "pd");
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="flex-1 basis-40 text-muted">{countWords(people)}</p>
        {mayChange && (
          <p className="flex flex-wrap gap-2">
            <Link to={`/programs/${roster.id}/roster/import`} className={buttonStyle()}>
              Import people…
            </Link>
            <Button variant="primary" onClick={() => setRequest({ kind: "add", person: null })}>
              Add a person…
            </Button>
          </p>
        )}
      </div>
      {mayChange && roster.isMailed && <InviteEverybody people={onRoster} />}
      {onRoster.length > 0 && !hasDirector && (
        <p role="note" className="text-flag">
          Nobody here is program director, so nobody can lock a list.
        </p>
      )}
      {onRoster.length === 0 ? (
        <EmptyState title="Nobody is on the roster yet">
          Add the program director first, or import a file with the columns Name, E-mail and Role.
        </EmptyState>
      ) : (
        <RosterTable caption="On the roster" people={onRoster} mayChange={mayChange} onAsk={setRequest} />
      )}
      {removed.length > 0 && (
        <div className="flex flex-col gap-2">
          <h2 className="font-bold">Removed</h2>
          <p className="text-muted">What they signed stays in the meetings, with their name.</p>
          <RosterTable caption="Removed" people={removed} mayChange={mayChange} onAsk={setRequest} />
        </div>
      )}
      <RosterDialogs roster={roster} request={request} onClose={() => setRequest(null)} />
    </>
  );
}

interface RosterDialogsProps {
  roster: RosterPage;
  request: RosterRequest | null;
  onClose: () => void;
}

function RosterDialogs({ roster, request, onClose }: RosterDialogsProps) {
  switch (request?.kind) {
    case "add":
      return <AddDialog roles={roster.roles} person={request.person} onClose={onClose} />;
    case "change":
      return <ChangeDialog person={request.person} onClose={onClose} />;
    case "remove":
      return <RemoveDialog person={request.person} onClose={onClose} />;
    case "invite":
      return <InviteDialog person={request.person} isMailed={roster.isMailed} onClose={onClose} />;
    default:
      return null;
  }
}
