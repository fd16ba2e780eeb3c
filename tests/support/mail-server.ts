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

export interface MailServerManners {
  /** Milliseconds that it lets everybody wait for its greeting. */
  greetsAfter?: number;
  /** What it says to every mail, once it has all of it. */
  refusesMail?: string;
  /** How many mails it says that to, before it takes them; all of them if not said. */
  refusesFirst?: number;
  /** It takes mail only from whoever knows it. */
  password?: string;
}

export async function aMailServer({
  greetsAfter,
  refusesMail,
  refusesFirst = Number.POSITIVE_INFINITY,
  password,
}: MailServerManners = {}): Promise<MailServer> {
  const mails: Mail[] = [];
  const refuses = new Set<string>();
  let refused = 0;
  const server = new SMTPServer({
    authOptional: password === undefined,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onConnect(_session, done) {
      setTimeout(done, greetsAfter ?? 0);
    },
    onAuth(given, _session, done) {
      done(given.password === password ? null : new Error("Invalid username or password"), { user: given.username });
    },
    onRcptTo({ address }, _session, done) {
      const refusal = Object.assign(new Error("no such user here"), { responseCode: 550 });
      done(refuses.has(address) ? refusal : null);
    },
    onData(stream, { envelope }, done) {
      text(stream).then((source) => {
        if (refusesMail !== undefined && refused < refusesFirst) {
          refused += 1;
          return done(
            Object.assign(new Error(refusesMail.slice(4)), { responseCode: Number(refusesMail.slice(0, 3)) }),
          );
        }
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
