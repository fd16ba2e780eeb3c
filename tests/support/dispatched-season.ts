// The demo season in a database of its own before each test, and a dispatcher that is asked directly: no sockets, no pages.
import { randomUUID } from "node:crypto";
import { Registry } from "prom-client";
import { beforeEach } from "vitest";
import { findPersonByEmail } from "../../db/people";
import type { MemberCommand } from "../../domain/commands";
import type { MeetingId, MemberId } from "../../domain/ids";
import type { MeetingState } from "../../domain/meeting";
import { anchorForRank, rankedIds } from "../../domain/rank-list";
import { systemClock } from "../../server/clock";
import { demoSeason } from "../../server/demo/season";
import { type Committed, Dispatcher } from "../../server/dispatch";
import { LiveMeetings } from "../../server/live-meetings";
import { createLog } from "../../server/log";
import { MeetingMetrics } from "../../server/meeting-metrics";
import { importSeason } from "../../server/season-import";
import { aDatabase, type TestDatabase } from "./database";

/** Of the test that runs. */
export interface DispatchedSeason {
  database: TestDatabase;
  live: LiveMeetings;
  dispatcher: Dispatcher;
  broadcasts: Committed[];
  meetingId: MeetingId;
  pd: MemberId;
  faculty: MemberId;
  state(): MeetingState;
  /** By the director, where nobody is named. */
  run(command: MemberCommand, memberId?: MemberId, commandId?: string): ReturnType<Dispatcher["dispatch"]>;
  /** From a rank to another, as the list is now. */
  move(from: number, to: number): MemberCommand;
  /** Another process on the same database. */
  anotherDispatcher(): Dispatcher;
}

export function aDispatchedSeason(): DispatchedSeason {
  const season = {
    state() {
      const current = season.live.current(season.meetingId);
      if (!current) throw new Error("the meeting is not in memory");
      return current;
    },
    run: (command, memberId = season.pd, commandId = randomUUID()) =>
      season.dispatcher.dispatch({
        ...{ meetingId: season.meetingId, commandId, command },
        actor: { kind: "member", memberId },
      }),
    move(from, to) {
      const { order } = season.state();
      const applicantId = rankedIds(order)[from - 1] as string;
      return { type: "moveApplicant", applicantId, to: anchorForRank(order, applicantId, to) };
    },
    anotherDispatcher: () => dispatcherOf(season.database, new LiveMeetings()),
  } as DispatchedSeason;

  beforeEach(async () => {
    season.database = await aDatabase();
    season.live = new LiveMeetings();
    const broadcasts: Committed[] = [];
    season.broadcasts = broadcasts;
    season.dispatcher = dispatcherOf(season.database, season.live, (committed) => broadcasts.push(committed));
    const { db } = season.database;
    ({ meetingId: season.meetingId } = await importSeason(demoSeason(), { ...season, db }));
    broadcasts.length = 0;
    const idOf = async (email: string) => (await findPersonByEmail(db, email))?.id ?? "";
    season.pd = await idOf("pd@example.org");
    season.faculty = await idOf("faculty6@example.org");
  });
  return season;
}

const dispatcherOf = (
  { db }: TestDatabase,
  live: LiveMeetings,
  broadcast: (committed: Committed) => void = () => {},
): Dispatcher =>
  new Dispatcher({
    ...{ db, live, broadcast, clock: systemClock, log: createLog("silent") },
    metrics: new MeetingMetrics(new Registry()),
  });
