// How mail leaves: by SMTP where it is set, else into the server's log, for whoever runs it. What is mailed here always has
// a link: one that opens something once, or a page of the reader's own. Whether the mail server can be used is looked at before
// anybody waits for a mail, and known to whoever watches the server.
import { setTimeout as wait } from "node:timers/promises";
import { createTransport } from "nodemailer";
import type { Config } from "./config";
import { oneLine } from "./import/clean-text";
import type { Logger } from "./log";

export interface LinkMail {
  personId: string;
  email: string;
  /** What the link is, for the log: `sign-in link`. */
  what: string;
  url: string;
  /** Typed instead of the link opened; for the log. */
  code?: string;
  /** Names in it may be of any form: it leaves as one line. */
  subject: string;
  text: string;
}

export type SendMail = (mail: LinkMail) => Promise<void>;

export interface Mail {
  /** False: there is no mail server, and links go into the log. */
  isSet: boolean;
  send: SendMail;
  /** Why no mail can leave, asked of the mail server unless it has just answered; null when it can. In a few seconds. */
  check(): Promise<string | null>;
  /** The same as far as it is known now. */
  trouble(): string | null;
}

/** For a look at the mail server; sending has more. */
const patience = 4000;
/** A look, or a mail that left, is good for so long. */
const trustFor = 60_000;
/** A mail server may take its time on purpose: some wait half a minute with each greeting, and with each answer. */
const slow = { connectionTimeout: 30_000, greetingTimeout: 90_000, socketTimeout: 5 * 60_000 };

/** A mail server that is busy, or does not know us yet, says "not now" (4xx): it is asked again after these pauses. */
const pauses: readonly number[] = [1_000, 4_000, 10_000];

export function createMail(config: Config["mail"], log: Logger, askAgainAfter = pauses): Mail {
  if (config === undefined) {
    return {
      isSet: false,
      send: async ({ personId, what, url, code }) =>
        log.info({ personId, url, ...(code && { code }) }, `${what} (SMTP_URL is not set, so it is not mailed)`),
      check: async () => null,
      trouble: () => null,
    };
  }
  const { from } = config;
  const transport = createTransport({ url: config.smtpUrl, ...slow });
  let known: { trouble: string | null; at: number } | undefined;
  let looking: Promise<void> | undefined;

  function learn(trouble: string | null, error?: unknown): void {
    const was = known?.trouble ?? null;
    known = { trouble, at: Date.now() };
    if (trouble !== null && trouble !== was) log.warn({ err: error }, `no mail can be sent: ${trouble}`);
    if (trouble === null && was !== null) log.info("mail can be sent again");
  }

  const look = (): Promise<void> => {
    looking ??= transport
      .verify()
      .then(() => learn(null))
      .catch((error: unknown) => learn(mailFailureWords(error), error))
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };

  return {
    isSet: true,
    async send({ personId, email, what, subject, text }) {
      try {
        const message = { from, to: { name: "", address: email }, subject: oneLine(subject), text };
        await againWhileRefused(() => transport.sendMail(message), askAgainAfter);
      } catch (error) {
        if (!isAboutRecipient(error)) learn(mailFailureWords(error), error);
        throw error;
      }
      learn(null);
      log.info({ personId }, `${what} mailed`);
    },
    async check() {
      if (known && Date.now() - known.at < trustFor && known.trouble === null) return null;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<"late">((resolve) => {
        timer = setTimeout(resolve, patience, "late");
      });
      const seen = await Promise.race([look(), late]).finally(() => clearTimeout(timer));
      return seen === "late" ? "the mail server is slow to answer" : (known?.trouble ?? null);
    },
    trouble: () => known?.trouble ?? null,
  };
}

async function againWhileRefused(send: () => Promise<unknown>, [pause, ...later]: readonly number[]): Promise<void> {
  try {
    await send();
  } catch (error) {
    const { responseCode = 0 } = error as MailError;
    if (pause === undefined || responseCode < 400 || responseCode >= 500) throw error;
    await wait(pause);
    await againWhileRefused(send, later);
  }
}

interface MailError {
  code?: string;
  responseCode?: number;
  command?: string;
  message?: string;
}

const isAboutRecipient = (error: unknown): boolean => (error as MailError | null)?.command === "RCPT TO";

/** Why a mail did not leave, in words that whoever sent it, or runs the server, can do something with. */
export function mailFailureWords(error: unknown): string {
  const { code, responseCode = 0, command, message = "" } = (error ?? {}) as MailError;
  if (code === "EENVELOPE" && command === "MAIL FROM") return "the mail server refuses the sender in MAIL_FROM";
  if (code === "EENVELOPE" && responseCode >= 500) return "the mail server refuses that address";
  if (code === "EAUTH") return "the mail server does not accept this installation's password";
  if (code === "ETLS" || /certificate|self-signed|\bSSL\b|\bTLS\b/i.test(message)) {
    return "the connection to the mail server cannot be secured; look at its certificate and at SMTP_URL";
  }
  if (code === "EDNS" || /ENOTFOUND|EAI_AGAIN/.test(message)) return "the mail server's name is not found";
  if (/ECONNREFUSED/.test(message)) return "the mail server does not answer: nothing listens at its address";
  if (code === "ETIMEDOUT") return "the mail server does not answer in time";
  if (["ECONNECTION", "ESOCKET"].includes(code ?? "") && responseCode === 0) return "the mail server does not answer";
  if (responseCode >= 400) return `the mail server refuses it for now (${responseCode})`;
  return "the mail server did not take it";
}
