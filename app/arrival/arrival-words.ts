// Why somebody did not come in by a link, as sentences: what happened, and what to do.
import type { ArrivalRefusal } from "../../server/load-context";

export const arrivalWords: Record<ArrivalRefusal, string> = {
  invitationUnknown: "This invitation is not known here. It may have been cut off in the mail; ask for a new one.",
  invitationUsed: "This invitation has been used already. Sign in with your e-mail address instead.",
  invitationExpired: "This invitation is older than 14 days. Ask whoever sent it for a new one.",
  invitationVoid: "This invitation does not work any more: a newer one was sent, or it was taken back.",
  otherPerson:
    "This invitation is for somebody else than the person signed in here. Sign out, or sign in as them first.",
  ssoUnavailable:
    "Your invitation is accepted, but single sign-on does not answer at the moment. In a few minutes, sign in with your e-mail address: the link leads on from there.",
  setupOver: "This link does not work any more. Start the server again for a new one, or use npm run admin.",
};
