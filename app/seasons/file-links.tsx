// On everybody's home page: the newest season's applicants for whoever reads files, and the place where a conflict is declared.
import { Link } from "@remix-run/react";
import type { MySeason } from "../../server/context/seasons";

const linkStyle = "inline-flex min-h-9 items-center underline pointer-coarse:min-h-11";

export const FileLinks = ({ seasons }: { seasons: readonly MySeason[] }) => (
  <section aria-labelledby="applicants" className="flex flex-col gap-2">
    <h2 id="applicants" className="text-meta text-muted">
      Applicants
    </h2>
    <ul className="flex flex-col gap-2">
      {seasons.map(({ id, programName, programCode, matchYear, may }) => (
        <li key={id} className="rounded-md border border-hairline bg-surface p-4">
          <p className="tabular text-muted">
            {programName} · {programCode} · Match {matchYear}
          </p>
          <p className="flex flex-wrap gap-x-6">
            {may.includes("readFile") && (
              <Link to={`/seasons/${id}/applicants`} className={linkStyle}>
                Applicants’ files
              </Link>
            )}
            <Link to={`/seasons/${id}/recusal`} className={linkStyle}>
              Declare a recusal
            </Link>
          </p>
        </li>
      ))}
    </ul>
  </section>
);
