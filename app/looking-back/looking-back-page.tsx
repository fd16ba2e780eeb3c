// The frame of the pages that look back at a meeting: under it, and each beside the others.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { PastPage } from "../../server/context/looking-back";
import type { SignedInPerson } from "../../server/load-context";
import { Page } from "../ui/page";

type Part = "differences" | "at" | "minutes" | "depth";
const parts: readonly (readonly [Part, string])[] = [
  ["differences", "Changes"],
  ["at", "As it was at …"],
  ["minutes", "Minutes"],
  ["depth", "Depth"],
];

interface LookingBackPageProps {
  title: string;
  part: Part;
  person: SignedInPerson;
  page: PastPage;
  children: ReactNode;
}

export function LookingBackPage({ title, part, person, page, children }: LookingBackPageProps) {
  const { meetingId, title: label, hasDepth, isRehearsal } = page;
  const open = parts.filter(([name]) => name !== "depth" || (hasDepth && !person.limitedTo));
  return (
    <Page title={title} person={person} under={{ to: `/meetings/${meetingId}`, label }}>
      {isRehearsal && (
        <p className="border-2 border-flag px-4 py-2 text-flag">
          <b>REHEARSAL</b> A practice copy: nothing here counts.
        </p>
      )}
      <nav aria-label="Looking back" className="flex flex-wrap gap-x-4 border-b border-hairline print:hidden">
        {open.map(([name, words]) => (
          <Link
            key={name}
            to={`/meetings/${meetingId}/${name}`}
            aria-current={name === part ? "page" : undefined}
            className="inline-flex min-h-11 items-center border-b-2 border-transparent text-muted hover:text-ink aria-[current=page]:border-ink aria-[current=page]:font-bold aria-[current=page]:text-ink"
          >
            {words}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  );
}
