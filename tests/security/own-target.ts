// A server that was started to be attacked: its log holds the sign-in links, as there is no mail.
import { linkFrom, type ServerProcess, signInAt } from "../support/server-process";
import type { Target } from "./target";

export const ownTarget = (server: ServerProcess): Target => ({
  origin: server.origin,
  signIn: (email) => signInAt(server.origin, email),
  linkFor: (email) => linkFrom(server, email),
});
