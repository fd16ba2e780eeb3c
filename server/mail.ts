// How mail leaves: by SMTP where it is set, else into the server's log, for whoever runs it. What is mailed here always has
// a link: one that opens something once, or a page of the reader's own.
import { createTransport } from "nodemailer";
import type { Config } from "./config";
import type { Logger } from "./log";

export interface LinkMail {
  personId: string;
  email: string;
  /** What the link is, for the log: `sign-in link`. */
  what: string;
  url: string;
  subject: string;
  text: string;
}

/** Why a mail did not leave, in words that whoever sent it can do something with. */
export function mailFailureWords(error: unknown): string {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  if (code === "EENVELOPE" && typeof responseCode === "number" && responseCode >= 500) {
    return "the mail server refuses that address";
  }
  if (code === "EAUTH") return "the mail server does not accept this installation's password";
  if (["ECONNECTION", "ETIMEDOUT", "ESOCKET", "EDNS"].includes(String(code))) return "the mail server does not answer";
  return "the mail server did not take it";
}

export type SendMail = (mail: LinkMail) => Promise<void>;

export function createMail(mail: Config["mail"], log: Logger): SendMail {
  if (mail === undefined) {
    return async ({ personId, what, url }) =>
      log.info({ personId, url }, `${what} (SMTP_URL is not set, so it is not mailed)`);
  }
  const transport = createTransport(mail.smtpUrl);
  return async ({ personId, email, what, subject, text }) => {
    await transport.sendMail({ from: mail.from, to: { name: "", address: email }, subject, text });
    log.info({ personId }, `${what} mailed`);
  };
}
