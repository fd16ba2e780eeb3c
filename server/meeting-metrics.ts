// What /metrics tells of the meetings: sockets, commands by outcome, how long dispatch takes, batch sizes, reconnects.
import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { DropReason } from "./live-meetings";

export class MeetingMetrics {
  private readonly commands: Counter<"type" | "outcome">;
  private readonly dispatchSeconds: Histogram;
  private readonly batchSeconds: Histogram;
  private readonly batchSize: Histogram;
  private readonly sockets: Gauge;
  private readonly joins: Counter<"kind">;
  private readonly refused: Counter;
  private readonly memoryDropped: Counter<"reason">;

  constructor(registry: Registry) {
    const registers = [registry];
    this.commands = new Counter({
      name: "rank_room_commands_total",
      help: "Commands answered, by type and outcome: accepted, or the refusal's code.",
      labelNames: ["type", "outcome"],
      registers,
    });
    this.dispatchSeconds = new Histogram({
      name: "rank_room_dispatch_seconds",
      help: "From a command's arrival in the pipeline to its durable answer.",
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    });
    this.batchSeconds = new Histogram({
      name: "rank_room_batch_seconds",
      help: "One transaction, with all the commands it took.",
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    });
    this.batchSize = new Histogram({
      name: "rank_room_batch_commands",
      help: "Commands taken together in one transaction.",
      buckets: [1, 2, 5, 10, 20, 50, 100, 200],
      registers,
    });
    this.sockets = new Gauge({ name: "rank_room_sockets", help: "Open sockets.", registers });
    this.joins = new Counter({
      name: "rank_room_joins_total",
      help: "Joins of a meeting: first, a reconnect that caught up by events or by state, or one that asked for all of it.",
      labelNames: ["kind"],
      registers,
    });
    this.refused = new Counter({
      name: "rank_room_messages_refused_total",
      help: "Messages refused because their sender had sent too many.",
      registers,
    });
    this.memoryDropped = new Counter({
      name: "rank_room_memory_dropped_total",
      help: "Meetings in memory that were not as the log has them, and were read anew. Anything but 0 is a fault of ours.",
      labelNames: ["reason"],
      registers,
    });
  }

  command(type: string, outcome: string, ms: number): void {
    this.commands.inc({ type, outcome });
    this.dispatchSeconds.observe(ms / 1000);
  }

  batch(size: number, ms: number): void {
    this.batchSize.observe(size);
    this.batchSeconds.observe(ms / 1000);
  }

  socketOpened(): void {
    this.sockets.inc();
  }

  socketClosed(): void {
    this.sockets.dec();
  }

  joined(kind: "first" | "reconnectEvents" | "reconnectState" | "whole"): void {
    this.joins.inc({ kind });
  }

  dropped(reason: DropReason): void {
    this.memoryDropped.inc({ reason });
  }

  refusedMessage(): void {
    this.refused.inc();
  }
}
