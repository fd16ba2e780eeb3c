// What watches the server asks: is the process up, may it get traffic, and what does it count.

import { Router } from "express";
import { type Kysely, sql } from "kysely";
import type { Database } from "../db/schema";
import type { Metrics } from "./metrics";

const patience = 3000;

export interface HealthParts {
  db: Kysely<Database>;
  metrics: Metrics;
  isDraining(): boolean;
}

export function healthRoutes({ db, metrics, isDraining }: HealthParts): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.setHeader("Cache-Control", "no-store");
    next();
  });
  router.get("/healthz", (_request, response) => void response.type("text").send("ok\n"));
  router.get("/readyz", async (_request, response) => {
    const problem = isDraining() ? "shutting down" : (await answers(db)) ? undefined : "the database does not answer";
    response
      .status(problem === undefined ? 200 : 503)
      .type("text")
      .send(`${problem ?? "ready"}\n`);
  });
  router.get("/metrics", (_request, response, next) => {
    metrics.registry.metrics().then((text) => response.type(metrics.registry.contentType).send(text), next);
  });
  return router;
}

async function answers(db: Kysely<Database>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patience, false);
  });
  const asked = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, tooLate]).finally(() => clearTimeout(timer));
}
