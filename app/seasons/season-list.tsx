// The seasons that I prepare, each with what is to be done next. The whole of a card opens the season.
import { Link } from "@remix-run/react";
import ChevronRight from "lucide-react/icons/chevron-right";
import type { SeasonCard } from "../../server/context/seasons";
import { stepTitles } from "./step-words";

export const SeasonList = ({ seasons }: { seasons: SeasonCard[] }) => (
  <section aria-labelledby="seasons" className="flex flex-col gap-2">
    <h2 id="seasons" className="text-meta text-muted">
      Seasons
    </h2>
    <ul className="flex flex-col gap-2">
      {seasons.map(({ id, programName, programCode, trackName, matchYear, next, isLocked }) => (
        <li key={id}>
          <Link
            to={`/seasons/${id}`}
            className="flex items-center gap-4 rounded-md border border-hairline bg-surface p-4 hover:border-control"
          >
            <div className="grid min-w-0 flex-1 gap-x-4 gap-y-2 md:grid-cols-2 md:items-center">
              <div className="min-w-0">
                <p className="font-bold">Season {matchYear}</p>
                <p className="tabular text-muted">
                  {programName}
                  {trackName !== programName && ` · ${trackName}`} · {programCode}
                </p>
              </div>
              {next && (
                <p className="min-w-0">
                  <span className="block">
                    <span className="text-muted">Next: </span>
                    {stepTitles[next.name]}
                  </span>
                  <span className="tabular block text-muted">{next.words}</span>
                </p>
              )}
              {isLocked && <p className="text-muted">The list is locked</p>}
            </div>
            <ChevronRight size={18} className="shrink-0 text-muted" aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  </section>
);
