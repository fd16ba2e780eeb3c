// A real SMTP server for one test file: it takes every mail and keeps it, but for addresses that the test refuses.
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { afterAll } from "vitest";

export interface Mail {
  from: string;
  to: string[];
  /** As it came, headers first. */
  source: string;
}

export interface MailServer {
  url: string;
  mails: Mail[];
  /** Addresses it says it does not have. */
  refuses: Set<string>;
  close(): Promise<void>;
}

const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.splice(0)) await close();
});

export async function aMailServer(): Promise<MailServer> {
  const mails: Mail[] = [];
  const refuses = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      const refusal = Object.assign(new Error("no such user here"), { responseCode: 550 });
      done(refuses.has(address) ? refusal : null);
    },
    onData(stream, { envelope }, done) {
      text(stream).then((source) => {
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), source });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  closing.push(close);
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("the mail server has no port");
  return { url: `smtp://127.0.0.1:${address.port}`, mails, refuses, close };
}
