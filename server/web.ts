// The pages: Remix's build in production, Vite in development. The rest of the server knows neither.
import type { Server as HttpServer } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import express, { type Request, type RequestHandler, type Response } from "express";
import { BootProblem } from "./boot-problem";

export type GetContext = (request: Request, response: Response) => Promise<AppLoadContext>;

export interface Web {
  /** Files: scripts, styles, pictures. */
  assets: RequestHandler;
  pages(getLoadContext: GetContext): RequestHandler;
}

export type LoadWeb = (httpServer: HttpServer) => Promise<Web>;

/** What `remix vite:build` left in `build/`. */
export const builtWeb =
  (root: string): LoadWeb =>
  async () => {
    const client = path.join(root, "build", "client");
    const build = (await import(pathToFileURL(path.join(root, "build", "server", "index.js")).href).catch((error) => {
      if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
      throw new BootProblem("The pages are not built. Run `npm run build`, or start with `npm start`, which builds.");
    })) as ServerBuild;
    const assets = express.Router();
    // Their names hold a hash of what is in them.
    assets.use(
      "/assets",
      express.static(path.join(client, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }),
    );
    assets.use(express.static(client, { maxAge: "1h" }));
    return { assets, pages: (getLoadContext) => createRequestHandler({ build, getLoadContext, mode: "production" }) };
  };

/** Vite inside this server, so that pages, sockets and hot reloading share one port. */
export const developedWeb: LoadWeb = async (httpServer) => {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true, hmr: { server: httpServer } } });
  const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  return {
    assets: vite.middlewares,
    pages: (getLoadContext) => createRequestHandler({ build, getLoadContext, mode: "development" }),
  };
};
