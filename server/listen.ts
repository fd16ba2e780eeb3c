// Opening and closing the port, with a sentence for what commonly stands in the way.
import type { Server as HttpServer } from "node:http";
import { BootProblem } from "./boot-problem";

/** Resolves to the address to open in a browser. */
export async function listen(server: HttpServer, { host, port }: { host: string; port: number }): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(problemOf(error, host, port)));
    server.listen({ host, port }, resolve);
  });
  return originOf(server);
}

function problemOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE") {
    return new BootProblem(
      `Port ${port} on ${host} is taken by another program. Stop it, or set PORT to another number.`,
    );
  }
  if (error.code === "EACCES") {
    return new BootProblem(`This user may not listen on port ${port}. Set PORT to a number above 1023.`);
  }
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new BootProblem(`This machine has no address ${host}. Set HOST to 127.0.0.1, 0.0.0.0, or one it has.`);
  }
  return error;
}

/** The listening server's own address. An address that means "all of them" is told as localhost. */
export function originOf(server: HttpServer): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server does not listen on a port.");
  const isEverywhere = address.address === "0.0.0.0" || address.address === "::";
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${isEverywhere ? "localhost" : name}:${address.port}`;
}

/** Answers under way get this long to end. */
const answerPatience = 5000;

/** Stops accepting, lets answers under way end, and resolves when the last connection is gone. */
export function stopListening(server: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), answerPatience);
    server.close(() => {
      clearTimeout(cutOff);
      resolve();
    });
    server.closeIdleConnections();
  });
}
