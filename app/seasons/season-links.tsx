// The screens of a season that are no step on its way: to look something up.
import { Link } from "@remix-run/react";
import type { SeasonAct } from "../../domain/season-policy";
import type { SeasonHome } from "../../server/context/seasons";
import { buttonStyle } from "../ui/button-style";

const links: readonly { act: SeasonAct; to: string; words: string }[] = [
  { act: "readFile", to: "applicants", words: "Applicants" },
  { act: "importFiles", to: "import", words: "Import files" },
  { act: "readScores", to: "scores", words: "Interview scores" },
  { act: "viewRubric", to: "rubric", words: "Rubric" },
  { act: "viewEquityCheck", to: "equity", words: "Equity check" },
  { act: "viewVoices", to: "voices", words: "Weights of voices" },
];

export const SeasonLinks = ({ season: { id, programId, may, rehearsalOf } }: { season: SeasonHome }) => (
  <nav aria-label="This season" className="flex flex-wrap gap-2">
    {links.map(({ act, to, words }) =>
      may.includes(act) ? (
        <Link key={to} to={`/seasons/${id}/${to}`} className={buttonStyle()}>
          {words}
        </Link>
      ) : null,
    )}
    {rehearsalOf && (
      <Link to={`/meetings/${rehearsalOf}/rehearsal`} className={buttonStyle()}>
        Rehearsal
      </Link>
    )}
    {/* Theirs who prepare, as the season's home is. */}
    <Link to={`/programs/${programId}/history`} className={buttonStyle()}>
      Past years
    </Link>
  </nav>
);
