// `/metrics`, for whoever watches the server. It counts recusals and ballots, so it is not for everybody: with METRICS_TOKEN it
// answers whoever brings that, without it only this machine itself.
import { type Request, Router } from "express";
import { isSameSecret } from "./auth/token";
import { isFromHere } from "./client-address";
import type { Metrics } from "./metrics";

export interface MetricsParts {
  metrics: Metrics;
  token: string | undefined;
  /** A proxy stands in front on this machine, so that everybody's requests come from here. */
  isBehindProxy: boolean;
}

export function metricsRoute({ metrics, token, isBehindProxy }: MetricsParts): Router {
  const router = Router();
  const isAllowed = (request: Request) =>
    token === undefined
      ? !isBehindProxy && isFromHere(request)
      : isSameSecret(request.get("Authorization") ?? "", `Bearer ${token}`);
  router.get("/metrics", (request, response, next) => {
    response.setHeader("Cache-Control", "no-store");
    if (!isAllowed(request)) {
      const how =
        token === undefined ? "is answered on this machine only. Set METRICS_TOKEN to ask" : "wants its token, also";
      return void response.status(403).type("text").send(`/metrics ${how} from elsewhere.\n`);
    }
    metrics.registry.metrics().then((text) => response.type(metrics.registry.contentType).send(text), next);
  });
  return router;
}
