// The wall: the ranked list in large, or the applicant before the room; the call and the round as everybody may see them.
import { useEffect, useState } from "react";
import { counted } from "../../domain/count-words";
import { strengthWords } from "../../domain/marks";
import type { CallResult, PresenterRow, PresenterView } from "../../domain/presenter";
import { ballotChoices, ballotWords, stageWords } from "../../domain/room";
import { starsOf, strengthWordsOf, strongestFirst } from "../../domain/strengths";
import type { PresenterScreen } from "../../server/context/presenter";
import { classNames } from "../ui/class-names";
import { clockWords } from "../ui/clock-words";
import { Moment } from "../ui/moment";
import { QrCode } from "../ui/qr-code";
import { useAwake } from "../ui/use-awake";
import { usePresenter } from "./use-presenter";

export function PresenterPage({ token, screen: first }: { token: string; screen: PresenterScreen }) {
  const { screen, skew, lostSince, isOver } = usePresenter(token, first);
  useAwake(!isOver);
  const { view, join } = screen;
  const now = useNow(first.now) + skew;
  const spotlit = view.spotlight && view.rows.find(({ id }) => id === view.spotlight?.id);
  if (isOver) {
    return (
      <main id="main" tabIndex={-1} className="grid min-h-dvh place-content-center p-8 text-center outline-none">
        <p className="text-spotlight">This screen's link has ended.</p>
      </main>
    );
  }
  return (
    <main
      id="main"
      tabIndex={-1}
      className={classNames(
        "flex h-dvh flex-col overflow-clip text-[1.5rem] leading-9 outline-none",
        lostSince !== null && "opacity-60",
      )}
    >
      {view.isRehearsal && (
        <p className="bg-flag px-8 py-1 text-surface">
          <b>REHEARSAL</b> A practice copy: nothing here counts.
        </p>
      )}
      <header className="flex flex-wrap items-center gap-x-8 border-b border-hairline bg-surface px-8 py-4">
        <h1 className="text-[2rem] leading-10 font-bold">{view.title}</h1>
        <p className="text-[2rem]">{view.stage === "locked" ? "Locked" : stageWords[view.stage]}</p>
        <p className="tabular ml-auto">
          {view.rows.length} ranked · {view.notRanked} not ranked · quota {view.quota}
        </p>
        {lostSince !== null && (
          <p role="status">
            Reconnecting. As it was at <Moment at={new Date(lostSince + skew).toISOString()} />.
          </p>
        )}
      </header>
      {view.call && <Call call={view.call} now={now} />}
      <div className="flex min-h-0 flex-1">
        {spotlit && view.spotlight ? (
          <Spotlight row={spotlit} spotlight={view.spotlight} round={view.round} now={now} />
        ) : (
          <List view={view} />
        )}
        {join && (
          <aside className="w-56 shrink-0 self-end p-6 text-center text-[1.125rem] leading-6">
            <QrCode drawing={join.qr} label="QR code: join this meeting" className="w-full rounded-md" />
            Scan to join
          </aside>
        )}
      </div>
      <footer className="border-t border-hairline px-8 py-2 text-[1.125rem] text-muted">
        Advice, not a vote: the program director decides.
        {view.leftOut > 0 &&
          ` ${counted(view.leftOut, "applicant is", "applicants are")} left out here: members are recused. Ranks close up.`}
      </footer>
    </main>
  );
}

/** Of this machine, twice a second; in the first render the server's, so that the browser finds what the server wrote. */
function useNow(first: string): number {
  const [now, setNow] = useState(() => Date.parse(first));
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return now;
}

const clock = (ms: number): string => clockWords(Math.max(0, Math.floor(ms / 1000)));

/** What came of a call stays so long. */
const RESULT_MS = 60_000;

type WallCall = NonNullable<PresenterView["call"]>;

function Call({ call, now }: { call: WallCall; now: number }) {
  if (call.closed)
    return now - Date.parse(call.closed.at) < RESULT_MS ? <CallEnded call={call} closed={call.closed} /> : null;
  const range = call.first === call.last ? `rank ${call.first} stays` : `ranks ${call.first} to ${call.last} stay`;
  return (
    <section
      aria-label="Call for objections"
      className="flex items-baseline gap-8 border-b-4 border-focus bg-surface px-8 py-4"
    >
      <p className="text-[2.75rem] leading-tight font-bold">Unless anyone has serious objections, {range}.</p>
      <p className="tabular ml-auto text-[5rem] leading-none" role="timer">
        {clock(Math.ceil((Date.parse(call.endsAt) - now) / 1000) * 1000)}
      </p>
      <p className="tabular text-[2rem]">{counted(call.objections, "objection", "objections")}</p>
    </section>
  );
}

function CallEnded({ call, closed }: { call: WallCall; closed: CallResult }) {
  const range = call.first === call.last ? `Rank ${call.first}` : `Ranks ${call.first} to ${call.last}`;
  const { noObjection, noResponse, absent, isUnheard } = closed;
  const counts = [
    `${noObjection} no objection`,
    `${noResponse} said nothing`,
    absent !== undefined && `${absent} not here`,
  ];
  return (
    <section
      aria-label="What came of the call"
      className="flex flex-wrap items-baseline gap-x-8 border-b-4 border-control bg-surface px-8 py-4"
    >
      <p className="text-[2.75rem] leading-tight font-bold">
        {range}: {counted(call.objections, "objection", "objections")}
      </p>
      <p className="tabular text-[2rem]">{counts.filter(Boolean).join(" · ")}</p>
      {isUnheard && <p className="text-[2rem]">Too few answered: nobody is confirmed by it.</p>}
    </section>
  );
}

interface SpotlightProps {
  row: PresenterRow;
  spotlight: NonNullable<PresenterView["spotlight"]>;
  round: PresenterView["round"];
  now: number;
}

function Spotlight({ row, spotlight, round, now }: SpotlightProps) {
  const spent = spotlight.spentMs + (spotlight.since ? now - Date.parse(spotlight.since) : 0);
  const limit = spotlight.timerSeconds;
  return (
    <section aria-label="Spotlight" className="flex min-w-0 flex-1 flex-col justify-center gap-8 p-12">
      <p className="text-[7rem] leading-[1.05] font-bold break-words">{row.name}</p>
      <p className="tabular text-[3.5rem] leading-tight">
        Rank {row.rank}, {row.zone}
        {row.schoolType && ` · ${row.schoolType}`}
        {row.step2 !== undefined && ` · Step 2 ${row.step2}`}
      </p>
      <p className="tabular text-[2.5rem] leading-tight">
        {strengthWordsOf(row.endorsements).join(" · ") || "Nobody has endorsed them yet"} · ⚑ {row.verifiedFlags}{" "}
        verified
        {" · "}⚐ {row.openFlags} not verified
      </p>
      <p className="tabular text-[2.5rem] leading-tight text-muted">
        {clock(spent)}
        {limit !== undefined && ` of ${clock(limit * 1000)}`}
      </p>
      {round?.applicants.map(({ name, in: count, tally }) => (
        <div key={name} className="border-t border-hairline pt-6">
          <p className="text-[2rem] leading-10">
            {round.isRevealed ? "Silent round, revealed" : "Silent round"}
            {round.isAnonymous ? ", without names" : ", with names on the members' own screens"}
            {round.applicants.length > 1 && `: ${name}`}
          </p>
          {tally ? (
            <dl className="tabular flex flex-wrap gap-x-16 gap-y-4 pt-4">
              {ballotChoices.map((choice) => (
                <div key={choice} className="flex flex-col-reverse">
                  <dt className="text-[2rem] leading-10">{ballotWords[choice]}</dt>
                  <dd className="text-[5rem] leading-none font-bold">{tally[choice]}</dd>
                </div>
              ))}
            </dl>
          ) : (
            <p className="tabular text-[3.5rem] leading-tight font-bold">
              {counted(count, "ballot is", "ballots are")} in
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

/** In two columns where there is room for them, each as high as the wall: nobody scrolls there. */
const List = ({ view }: { view: PresenterView }) => (
  <section
    aria-label="The list"
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    tabIndex={0}
    className="min-h-0 min-w-0 flex-1 overflow-auto px-8 py-4"
  >
    <ol
      aria-label="Ranked applicants, best first"
      className="text-[1.75rem] leading-10 xl:h-full xl:columns-2 xl:gap-12 xl:[column-fill:auto]"
    >
      {view.rows.map((row, index) => (
        <Line key={row.id} row={row} isFirst={view.rows[index - 1]?.zone !== row.zone} quota={view.quota} />
      ))}
    </ol>
  </section>
);

const zoneNames: Record<PresenterRow["zone"], string> = { protected: "Protected", middle: "Middle" };

/** `isFirst`: of its zone, which is named there. */
const Line = ({ row, isFirst, quota }: { row: PresenterRow; isFirst: boolean; quota: number }) => (
  <li
    className={classNames(
      "break-inside-avoid border-b border-hairline py-1",
      row.rank === quota && "border-b-4 border-dashed border-b-control",
      row.isConfirmed && "text-muted",
    )}
  >
    {isFirst && <p className="text-[1.125rem] leading-6 text-muted">{zoneNames[row.zone]}</p>}
    <p className="flex items-baseline gap-4">
      <span className="tabular w-14 text-right">{row.rank}</span>
      <span className={classNames("w-1 self-stretch", row.zone === "protected" && "bg-protected")} aria-hidden />
      <span className="min-w-0 flex-1 truncate font-bold">{row.name}</span>
      <span className="tabular flex items-baseline justify-end gap-4 text-[1.25rem]">
        {row.rank === quota && <span>quota {quota}</span>}
        {row.isConfirmed && <span>confirmed</span>}
        {strongestFirst.map(
          (strength) =>
            row.endorsements[strength] > 0 && (
              <span key={strength} title={strengthWords[strength]}>
                {"★".repeat(starsOf(strength))} {row.endorsements[strength]}
              </span>
            ),
        )}
        {row.verifiedFlags > 0 && <span>⚑ {row.verifiedFlags}</span>}
        {row.openFlags > 0 && <span>⚐ {row.openFlags}</span>}
        <span>{row.schoolType}</span>
        <span className="w-12 text-right">{row.step2}</span>
      </span>
    </p>
  </li>
);
