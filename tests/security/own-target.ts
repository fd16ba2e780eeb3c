// A server that was started to be attacked: its log holds the sign-in links, as there is no mail.
import { type ServerProcess, signInAt } from "../support/server-process";
import { post, type Target } from "./target";

export function ownTarget(server: ServerProcess): Target {
  const { origin } = server;
  const target: Target = {
    origin,
    signIn: (email) => signInAt(origin, email),
    async linkFor(email) {
      const before = linksIn(server).length;
      await post(target, "/sign-in", { email });
      for (let tries = 0; tries < 100; tries++) {
        const link = linksIn(server)[before];
        if (link !== undefined) return link;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error("no sign-in link came");
    },
  };
  return target;
}

const linksIn = ({ output }: ServerProcess): string[] =>
  [...output().matchAll(/http:\/\/[^/"]+(\/sign-in\/[\w-]{43})/g)].map(([, path = ""]) => path);
