// What became of a track's past classes, in counts, and what the program takes from it. Of whole classes, on what the work asks
// for (CLASS-2, CLASS-3): there is no way from here to a person, and none to the next list.
import { useState } from "react";
import {
  type ClassesTogether,
  type ClassFigure,
  type ClassRow,
  classFigureNames,
  type ToldFigure,
} from "../../domain/class-outcomes";
import { SMALLEST_GROUP } from "../../domain/small-cells";
import type { TrackHistory, WrittenClass } from "../../server/context/history";
import { Button } from "../ui/button";
import { Moment } from "../ui/moment";
import { Cell, ColumnHeading, Table } from "../ui/table";
import { ClassDialog } from "./class-dialog";

export function ClassesSection({ track }: { track: TrackHistory }) {
  const [asked, setAsked] = useState<WrittenClass | "another" | null>(null);
  const { written, rows, recent } = track.classes;
  return (
    <div className="flex w-full flex-col items-start gap-3 border-t border-hairline pt-4">
      <h3 className="font-bold">What became of the classes</h3>
      <p className="max-w-[70ch] text-muted">
        Whole classes, by the year they matched in, on what the work asks for. Nothing here ranks, scores or suggests
        anybody: how earlier residents did says nothing of an applicant.
      </p>
      {written.length === 0 && <p className="text-muted">Nobody has written down yet what became of a class.</p>}
      {written.length > 0 && rows.length === 0 && (
        <p className="text-muted">
          Under {SMALLEST_GROUP} residents so far. Figures are shown from {SMALLEST_GROUP} on, so that none points at a
          person.
        </p>
      )}
      {rows.length > 0 && (
        <>
          <ClassesTable code={track.code} rows={rows} />
          <Recent recent={recent} rows={rows} />
        </>
      )}
      <Reviews written={written} />
      <p className="flex flex-wrap gap-2">
        {written.map((one) => (
          <Button key={one.matchYear} onClick={() => setAsked(one)}>
            Class of {one.matchYear}…
          </Button>
        ))}
        <Button onClick={() => setAsked("another")}>
          {written.length > 0 ? "Another class…" : "Write down a class…"}
        </Button>
      </p>
      {asked && (
        <ClassDialog
          trackId={track.trackId}
          written={asked === "another" ? null : asked}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}

const figureWords: Record<ClassFigure, string> = {
  boardsPassed: "Boards at first attempt",
  onTime: "Promoted on time",
  leftEarly: "Left before the end",
  finished: "Finished",
  international: "From schools abroad",
};

/** The questions that are asked of every applicant, asked of the classes. */
const questionWords: Partial<Record<ClassFigure, string>> = {
  boardsPassed: "Passes exams",
  onTime: "Shows up and is safe",
  leftEarly: "Will stay",
  finished: "Will stay",
};

const ClassesTable = ({ code, rows }: { code: string; rows: ClassRow[] }) => (
  <Table caption={`Past classes of ${code}, newest first`} isCaptionHidden>
    <thead>
      <tr>
        <ColumnHeading>Class</ColumnHeading>
        <ColumnHeading className="text-right">Started</ColumnHeading>
        {tableFigures.map((figure) => (
          <ColumnHeading key={figure} mayWrap className="text-right">
            {figureWords[figure]}
          </ColumnHeading>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.matchYears.join()}>
          <th scope="row" className="tabular border-b border-hairline px-3 py-2 whitespace-nowrap">
            {[...row.matchYears].reverse().join(", ")}
          </th>
          <Cell isNumber>{row.started}</Cell>
          {tableFigures.map((figure) => (
            <Cell key={figure} isNumber className="whitespace-nowrap">
              <Told figure={row.figures[figure]} />
            </Cell>
          ))}
        </tr>
      ))}
    </tbody>
  </Table>
);

/** The program's own history comes last: it measures no work. */
const tableFigures = [...classFigureNames].sort(
  (one, other) => Number(one === "international") - Number(other === "international"),
);

const Told = ({ figure }: { figure: ToldFigure }) => {
  if (figure.kind === "told") return `${figure.count} of ${figure.of}`;
  return figure.kind === "tooFew" ? (
    <span className="text-muted">too few</span>
  ) : (
    <>
      <span aria-hidden>–</span>
      <span className="sr-only">not known</span>
    </>
  );
};

interface RecentProps {
  recent: Record<ClassFigure, ClassesTogether | null>;
  rows: ClassRow[];
}

const Recent = ({ recent, rows }: RecentProps) => (
  <>
    <h4 className="font-bold">The last three classes of which it is known</h4>
    <dl className="tabular w-full">
      {tableFigures.map((figure) => (
        <div key={figure} className="flex flex-wrap justify-between gap-x-4 border-b border-hairline py-2">
          <dt>
            {figureWords[figure]}
            {questionWords[figure] && <span className="text-meta text-muted"> · {questionWords[figure]}</span>}
          </dt>
          <dd>
            {recent[figure] ? (
              <Together of={recent[figure]} />
            ) : (
              <span className="text-muted">
                {rows.some(({ figures }) => figures[figure].kind === "tooFew") ? "too few" : "not known"}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
    <p className="max-w-[70ch] text-muted">
      One resident more or less changes such a percentage by several points; a cause is not in it. From schools abroad:
      the program's own history, and no target.
    </p>
  </>
);

const Together = ({ of: { from, to, count, of } }: { of: ClassesTogether }) => (
  <>
    <span className="text-meta text-muted">{from === to ? from : `${from} to ${to}`} · </span>
    {count} of {of} <span className="font-bold">({Math.round((count / of) * 100)}%)</span>
  </>
);

const Reviews = ({ written }: { written: WrittenClass[] }) => {
  const reviewed = written.filter(({ review }) => review !== null);
  if (reviewed.length === 0) return null;
  return (
    <>
      <h4 className="font-bold">What the program takes from it</h4>
      <ul className="flex w-full flex-col gap-3">
        {reviewed.map(({ matchYear, criteria, review, author, at }) => (
          <li key={matchYear} className="max-w-[70ch] break-words">
            <p>
              <span className="tabular font-bold">{matchYear}</span> {review}
            </p>
            {criteria && (
              <p>
                <span className="text-muted">What made the cut then: </span>
                {criteria}
              </p>
            )}
            <p className="text-meta text-muted">
              {author}, <Moment at={at} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
};
