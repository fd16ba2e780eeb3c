// The pipeline for programs without sockets (an import at the console, the demo season at first start): the same writes,
// nobody to broadcast to.
import type { Kysely } from "kysely";
import { Registry } from "prom-client";
import type { Database } from "../db/schema";
import { type Clock, systemClock } from "./clock";
import { Dispatcher } from "./dispatch";
import type { LiveMeetings } from "./live-meetings";
import type { Logger } from "./log";
import { MeetingMetrics } from "./meeting-metrics";

export const quietDispatcher = ({
  clock = systemClock,
  ...parts
}: {
  db: Kysely<Database>;
  live: LiveMeetings;
  log: Logger;
  clock?: Clock;
}): Dispatcher => new Dispatcher({ ...parts, clock, metrics: new MeetingMetrics(new Registry()), broadcast: () => {} });
