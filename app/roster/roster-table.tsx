// The people of a program with their roles and how far they have come; what may be done about each is in the row's menu.

import Ellipsis from "lucide-react/icons/ellipsis";
import { useState } from "react";
import { roleWords } from "../../domain/member";
import type { RosterLine } from "../../server/load-context";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { LazyMenu, preloadMenu } from "../ui/lazy-menu";
import { MailAddress } from "../ui/mail-address";
import type { MenuItem } from "../ui/menu-group";
import { Moment } from "../ui/moment";
import { Cell, ColumnHeading, Table } from "../ui/table";
import type { RosterRequest } from "./roster-request";
import { stateWords } from "./roster-words";

interface RosterTableProps {
  caption: string;
  people: readonly RosterLine[];
  mayChange: boolean;
  onAsk: (request: RosterRequest) => void;
}

export function RosterTable({ caption, people, mayChange, onAsk }: RosterTableProps) {
  const [open, setOpen] = useState<{ anchor: HTMLElement; person: RosterLine } | null>(null);
  return (
    <>
      <Table caption={caption} isCaptionHidden>
        <thead>
          <tr>
            <ColumnHeading>Name</ColumnHeading>
            {/* On a phone the role stands below the name. */}
            <ColumnHeading className="max-sm:hidden">Role</ColumnHeading>
            <ColumnHeading>State</ColumnHeading>
            {mayChange && (
              <ColumnHeading>
                <span className="sr-only">Change</span>
              </ColumnHeading>
            )}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              mayChange={mayChange}
              isOpen={open?.person.id === person.id}
              onMenu={(anchor) => setOpen((shown) => (shown?.person.id === person.id ? null : { anchor, person }))}
            />
          ))}
        </tbody>
      </Table>
      {open && (
        <LazyMenu
          key={open.person.id}
          anchor={open.anchor}
          label={`Change ${open.person.name}`}
          groups={[{ id: "acts", items: actsFor(open.person, onAsk) }]}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

interface PersonRowProps {
  person: RosterLine;
  mayChange: boolean;
  isOpen: boolean;
  onMenu: (anchor: HTMLElement) => void;
}

function PersonRow({ person, mayChange, isOpen, onMenu }: PersonRowProps) {
  const { badge, tone, detail } = stateWords(person);
  return (
    <tr>
      <Cell className="min-w-36">
        <span className="block font-bold break-words">{person.name}</span>
        <span className="block text-meta break-all text-muted">
          <MailAddress of={person.email} />
        </span>
        <span className="block sm:hidden">{roleWords[person.role]}</span>
      </Cell>
      <Cell className="max-sm:hidden">{roleWords[person.role]}</Cell>
      <Cell>
        <Badge tone={tone}>{badge}</Badge>
        {detail && (
          <span className="block text-meta whitespace-nowrap text-muted">
            {detail.until && "until "}
            <Moment at={detail.at} isDated />
          </span>
        )}
        {person.removedReason && (
          <span className="block max-w-[40ch] text-meta break-words text-muted">{person.removedReason}</span>
        )}
      </Cell>
      {mayChange && (
        <Cell className="text-right">
          {hasActs(person) && (
            <Button
              shape="icon"
              aria-label={`Change ${person.name}`}
              aria-haspopup="menu"
              aria-expanded={isOpen}
              onPointerEnter={preloadMenu}
              onFocus={preloadMenu}
              onClick={(event) => onMenu(event.currentTarget)}
            >
              <Ellipsis size={18} aria-hidden />
            </Button>
          )}
        </Cell>
      )}
    </tr>
  );
}

const isRemoved = ({ state }: RosterLine): boolean => state === "removed";

const hasActs = (person: RosterLine): boolean =>
  person.roles.length > 0 || person.mayRemove || person.state === "invited";

function actsFor(person: RosterLine, onAsk: (request: RosterRequest) => void): MenuItem[] {
  if (isRemoved(person)) {
    return [{ id: "back", label: "Put back on the roster…", onSelect: () => onAsk({ kind: "add", person }) }];
  }
  const acts: MenuItem[] = [];
  if (person.state === "invited") {
    const label = person.invitedAt ? "Send the invitation again…" : "Invite…";
    acts.push({ id: "invite", label, onSelect: () => onAsk({ kind: "invite", person }) });
  }
  if (person.roles.length > 0) {
    acts.push({ id: "change", label: "Name and role…", onSelect: () => onAsk({ kind: "change", person }) });
  }
  if (person.mayRemove) {
    acts.push({ id: "remove", label: "Remove…", isDanger: true, onSelect: () => onAsk({ kind: "remove", person }) });
  }
  return acts;
}
