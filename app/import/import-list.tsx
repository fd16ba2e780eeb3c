// My imports of a season, newest first: those that wait, and those that were done.
import { Link } from "@remix-run/react";
import type { ImportLine } from "../../server/context/imports";
import { Moment } from "../ui/moment";
import { Panel } from "../ui/panel";
import { lineWords } from "./import-words";

export const ImportList = ({ seasonId, imports }: { seasonId: string; imports: readonly ImportLine[] }) => (
  <Panel title="My imports">
    {imports.length === 0 ? (
      <p className="text-muted">None yet. Colleagues see their own.</p>
    ) : (
      <ul className="flex w-full flex-col">
        {imports.map(({ id, fileName, at, ...line }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 border-b border-hairline py-2 last:border-0">
            <Link
              to={`/seasons/${seasonId}/import/${id}`}
              className="inline-flex min-h-9 min-w-0 items-center break-all underline pointer-coarse:min-h-11"
            >
              {fileName}
            </Link>
            <span className="text-muted">
              {lineWords(line)}, <Moment at={at} />
            </span>
          </li>
        ))}
      </ul>
    )}
  </Panel>
);
