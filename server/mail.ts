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
