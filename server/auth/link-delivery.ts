// The mail that brings a sign-in link to its person.
import type { SendMail } from "../mail";

export type SendLink = (link: { personId: string; email: string; url: string }) => Promise<void>;

export const createLinkDelivery =
  (send: SendMail): SendLink =>
  ({ personId, email, url }) =>
    send({
      personId,
      email,
      what: "sign-in link",
      url,
      subject: "Your sign-in link for Rank Room",
      text: `Open this link to sign in to Rank Room:\n\n${url}\n\nIt works once, for 15 minutes. If you did not ask for it, ignore this mail.\n`,
    });
