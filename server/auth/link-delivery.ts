// The mail that brings a sign-in link to its person, and beside it the code for a browser in which the mail cannot be opened.
import type { SendMail } from "../mail";

export type SendLink = (link: { personId: string; email: string; url: string; code: string }) => Promise<void>;

/** As it is read aloud: `1234 5678`. */
const spaced = (code: string): string => code.replace(/(?=(\d{4})+$)(?!^)/g, " ");

export const createLinkDelivery =
  (send: SendMail): SendLink =>
  ({ personId, email, url, code }) =>
    send({
      personId,
      email,
      what: "sign-in link",
      url,
      code: spaced(code),
      subject: "Your sign-in link for Rank Room",
      text: [
        "Open this link to sign in to Rank Room:",
        "",
        url,
        "",
        "Or type this code on the page where you asked for the link:",
        "",
        spaced(code),
        "",
        "The link works once, for four hours. Give the code to nobody. If you did not ask for it, ignore this mail.",
        "",
      ].join("\n"),
    });
