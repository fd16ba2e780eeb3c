// The way to the meeting: the one next step first and large, then every step with its count.
import { Link } from "@remix-run/react";
import ChevronRight from "lucide-react/icons/chevron-right";
import Circle from "lucide-react/icons/circle";
import CircleCheck from "lucide-react/icons/circle-check";
import CircleDashed from "lucide-react/icons/circle-dashed";
import type { SeasonStep } from "../../domain/season-steps";
import type { SeasonHome } from "../../server/context/seasons";
import { buttonStyle } from "../ui/button-style";
import { classNames } from "../ui/class-names";
import { stepActs, stepLink, stepTitles } from "./step-words";

export function NextStep({ season }: { season: SeasonHome }) {
  const { next } = season;
  const link = next && stepLink(next.name, season);
  return (
    <section
      aria-label="Next"
      className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded-md border border-ink bg-surface p-6"
    >
      {next ? (
        <>
          <p className="min-w-0 flex-1 basis-60">
            <span className="block text-meta text-muted">Next</span>
            <span className="block text-rank">{stepTitles[next.name]}</span>
            <span className="tabular block text-muted">{next.words}</span>
          </p>
          {link && (
            <Link to={link} className={buttonStyle("primary")}>
              {stepActs[next.name]}
            </Link>
          )}
        </>
      ) : (
        <p className="min-w-0 flex-1 basis-60">
          <span className="block text-rank">The list is locked</span>
          <span className="block text-muted">
            What remains is done in R3: the program director certifies the list there.
          </span>
        </p>
      )}
    </section>
  );
}

export const Checklist = ({ season }: { season: SeasonHome }) => (
  <section aria-labelledby="checklist" className="rounded-md border border-hairline bg-surface">
    <h2 id="checklist" className="px-6 pt-6 font-bold">
      On the way to the meeting
    </h2>
    <ol className="p-2">
      {season.steps.map((step) => (
        <StepLine key={step.name} step={step} season={season} />
      ))}
    </ol>
  </section>
);

function StepLine({ step, season }: { step: SeasonStep; season: SeasonHome }) {
  const { name, words, isDone } = step;
  const isNext = season.next?.name === name;
  const link = stepLink(name, season);
  const line = (
    <>
      <StepMark step={step} />
      <span className="grid min-w-0 flex-1 gap-x-4 sm:grid-cols-[1fr_minmax(0,20rem)]">
        <span className={isNext ? "font-bold" : undefined}>
          {stepTitles[name]}
          <span className="sr-only">{isDone ? ", done" : isNext ? ", next" : ", not done"}</span>
        </span>
        <span className="tabular text-muted">{words}</span>
      </span>
    </>
  );
  const style = "flex min-h-11 items-center gap-3 rounded-md px-4 py-2";
  return (
    <li>
      {link ? (
        <Link to={link} className={classNames(style, "hover:bg-middle-tint")}>
          {line}
          <ChevronRight size={16} className="shrink-0 text-muted" aria-hidden />
        </Link>
      ) : (
        <div className={style}>
          {line}
          <span className="w-4" />
        </div>
      )}
    </li>
  );
}

const StepMark = ({ step: { isDone, isOptional } }: { step: SeasonStep }) => {
  if (isDone) return <CircleCheck size={18} className="shrink-0 text-champion" aria-hidden />;
  const Mark = isOptional ? CircleDashed : Circle;
  return <Mark size={18} className="shrink-0 text-muted" aria-hidden />;
};
