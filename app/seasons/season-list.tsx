// My seasons: what is being prepared, one line each.
import { Link } from "@remix-run/react";
import type { MySeason } from "../../server/context/seasons";
import { buttonStyle } from "../ui/button-style";

export const SeasonList = ({ seasons }: { seasons: MySeason[] }) => (
  <section aria-labelledby="seasons" className="flex flex-col gap-2">
    <h2 id="seasons" className="text-meta text-muted">
      Before the meeting
    </h2>
    <ul className="flex flex-col gap-2">
      {seasons.map(({ id, programName, programCode, matchYear, may }) => (
        <li
          key={id}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-hairline bg-surface p-4"
        >
          <div className="min-w-0 flex-1 basis-60">
            <p className="font-bold">Season {matchYear}</p>
            <p className="tabular text-muted">
              {programName} · {programCode}
            </p>
          </div>
          {may.includes("viewSeason") && (
            <Link
              to={`/seasons/${id}`}
              aria-label={`Season ${matchYear} of ${programName}`}
              className={buttonStyle("primary")}
            >
              Season
            </Link>
          )}
        </li>
      ))}
    </ul>
  </section>
);
