// What /metrics shows. The gateway and the pipeline register their own figures in the same registry.
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

export interface Metrics {
  registry: Registry;
  httpRequests: Counter<"method" | "status">;
  httpSeconds: Histogram<"method">;
}

/** A registry of its own, so that two servers in one process (tests) do not share counts. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "rank_room_" });
  return {
    registry,
    httpRequests: new Counter({
      name: "rank_room_http_requests_total",
      help: "HTTP requests answered, by method and status class.",
      labelNames: ["method", "status"],
      registers: [registry],
    }),
    httpSeconds: new Histogram({
      name: "rank_room_http_request_seconds",
      help: "Time from a request's arrival to the end of its answer.",
      labelNames: ["method"],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [registry],
    }),
  };
}
