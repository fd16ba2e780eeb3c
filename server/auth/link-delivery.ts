// How a sign-in link reaches its person: by mail where SMTP is set, else in the server's log, for whoever runs it.
import { createTransport } from "nodemailer";
import type { Config } from "../config";
import type { Logger } from "../log";

export type SendLink = (link: { personId: string; email: string; url: string }) => Promise<void>;

export function createLinkDelivery(mail: Config["mail"], log: Logger): SendLink {
  if (mail === undefined) {
    return async ({ personId, url }) =>
      log.info({ personId, url }, "sign-in link (SMTP_URL is not set, so it is not mailed)");
  }
  const transport = createTransport(mail.smtpUrl);
  return async ({ personId, email, url }) => {
    await transport.sendMail({
      from: mail.from,
      to: { name: "", address: email },
      subject: "Your sign-in link for Rank Room",
      text: `Open this link to sign in to Rank Room:\n\n${url}\n\nIt works once, for 15 minutes. If you did not ask for it, ignore this mail.\n`,
    });
    log.info({ personId }, "sign-in link mailed");
  };
}
