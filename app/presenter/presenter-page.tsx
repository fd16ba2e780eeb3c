// The wall: the ranked list in large, or the applicant before the room; the call and the round as everybody may see them.
import { useEffect, useState } from "react";
import type { PresenterRow, PresenterView } from "../../domain/presenter";
import { ballotChoices, ballotWords, stageWords } from "../../domain/room";
import type { PresenterScreen } from "../../server/context/presenter";
import { classNames } from "../ui/class-names";
import { clockWords } from "../ui/clock-words";
import { QrCode } from "../ui/qr-code";
import { usePresenter } from "./use-presenter";

export function PresenterPage({ token, screen: first }: { token: string; screen: PresenterScreen }) {
  const { screen, skew, lostSince, isOver } = usePresenter(token, first);
  const { view, join } = screen;
  const now = useNow() + skew;
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
        "flex h-dvh flex-col overflow-hidden text-[1.5rem] leading-9 outline-none",
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
        <p>{view.stage === "locked" ? "Locked" : stageWords[view.stage]}</p>
        <p className="tabular ml-auto">
          {view.rows.length} ranked · {view.notRanked} not ranked · quota {view.quota}
        </p>
        {lostSince !== null && (
          <p role="status">Reconnecting. As it was at {new Date(lostSince + skew).toLocaleTimeString()}.</p>
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
          ` ${view.leftOut} ${view.leftOut === 1 ? "applicant is" : "applicants are"} left out here: members are recused. Ranks close up.`}
      </footer>
    </main>
  );
}

/** Of this machine, twice a second. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return now;
}

const clock = (ms: number): string => clockWords(Math.max(0, Math.floor(ms / 1000)));

function Call({ call, now }: { call: NonNullable<PresenterView["call"]>; now: number }) {
  const range = call.first === call.last ? `rank ${call.first} stays` : `ranks ${call.first} to ${call.last} stay`;
  return (
    <section
      aria-label="Call for objections"
      className="flex items-baseline gap-8 border-b-4 border-focus bg-surface px-8 py-4"
    >
      <p className="text-[2rem] leading-10 font-bold">Unless anyone has serious objections, {range}.</p>
      <p className="tabular ml-auto text-[3rem] leading-none" role="timer">
        {clock(Math.ceil((Date.parse(call.endsAt) - now) / 1000) * 1000)}
      </p>
      <p className="tabular">{call.objections === 1 ? "1 objection" : `${call.objections} objections`}</p>
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
  const spent = spotlight.spentMs + now - Date.parse(spotlight.since);
  const limit = spotlight.timerSeconds;
  return (
    <section aria-label="Spotlight" className="flex min-w-0 flex-1 flex-col gap-6 p-8">
      <p className="text-[4rem] leading-[4.5rem] font-bold break-words">{row.name}</p>
      <p className="tabular text-[2rem] leading-10">
        Rank {row.rank}, {row.zone}
        {row.schoolType && ` · ${row.schoolType}`}
        {row.step2 !== undefined && ` · Step 2 ${row.step2}`}
      </p>
      <p className="tabular">
        ★ {row.endorsements} endorsed · ⚑ {row.verifiedFlags} verified · ⚐ {row.openFlags} not verified
      </p>
      <p className="tabular text-muted">
        {clock(spent)}
        {limit !== undefined && ` of ${clock(limit * 1000)}`}
      </p>
      {round?.applicants.map(({ name, in: count, tally }) => (
        <div key={name} className="border-t border-hairline pt-4">
          <p>
            {round.isRevealed ? "Silent round, revealed" : "Silent round"}
            {round.isAnonymous ? ", without names" : ", with names on the members' own screens"}
            {round.applicants.length > 1 && `: ${name}`}
          </p>
          <p className="tabular text-[2rem] leading-10">
            {tally
              ? ballotChoices.map((choice) => `${ballotWords[choice]} ${tally[choice]}`).join(" · ")
              : `${count} ${count === 1 ? "ballot is" : "ballots are"} in`}
          </p>
        </div>
      ))}
    </section>
  );
}

const List = ({ view }: { view: PresenterView }) => (
  <ol className="min-w-0 flex-1 overflow-y-auto px-8 py-4" aria-label="Ranked applicants, best first">
    {view.rows.map((row) => (
      <li
        key={row.id}
        className={classNames(
          "flex items-baseline gap-6 border-b border-hairline py-1.5",
          row.rank === view.quota && "border-b-4 border-dashed border-b-control",
          row.isConfirmed && "text-muted",
        )}
      >
        <span className="tabular w-16 text-right">{row.rank}</span>
        <span className={classNames("w-1 self-stretch", row.zone === "protected" && "bg-protected")} aria-hidden />
        <span className="min-w-0 flex-1 truncate font-bold">{row.name}</span>
        {row.isConfirmed && <span className="text-[1.125rem]">confirmed</span>}
        <span className="w-40 text-right">{row.schoolType}</span>
        <span className="tabular w-20 text-right">{row.step2}</span>
        <span className="tabular w-44 text-right">
          {row.endorsements > 0 && `★ ${row.endorsements} `}
          {row.verifiedFlags > 0 && `⚑ ${row.verifiedFlags} `}
          {row.openFlags > 0 && `⚐ ${row.openFlags}`}
        </span>
      </li>
    ))}
  </ol>
);
