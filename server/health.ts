// What watches the server asks: is the process up, and may it get traffic.

import { Router } from "express";
import type { Mail } from "./mail";
import type { WriteWatch } from "./write-watch";

export interface HealthParts {
  writes: WriteWatch;
  mail: Pick<Mail, "check" | "trouble">;
  isDraining(): boolean;
}

export function healthRoutes({ writes, mail, isDraining }: HealthParts): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.setHeader("Cache-Control", "no-store");
    next();
  });
  router.get("/healthz", (_request, response) => void response.type("text").send("ok\n"));
  router.get("/readyz", async (_request, response) => {
    const problem = isDraining() ? "shutting down" : await writes.problem();
    // A meeting goes on without mail (MAIL-1): it is told here and keeps nobody out. The answer after this one knows if it is mended.
    const trouble = mail.trouble();
    if (trouble !== null) void mail.check();
    response
      .status(problem === undefined ? 200 : 503)
      .type("text")
      .send(`${problem ?? "ready"}\n${trouble === null ? "" : `mail: ${trouble}\n`}`);
  });
  return router;
}
