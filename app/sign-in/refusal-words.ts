// Why signing in was refused, as sentences: what happened, and what to do.
import type { SignInRefusal } from "../../server/load-context";

export const refusalWords: Record<SignInRefusal, string> = {
  linkUnknown: "This sign-in link is not known here. It may have been cut off in the mail; ask for a new one.",
  linkUsed: "This sign-in link has already been used, and each works once. Ask for a new one.",
  linkExpired: "This sign-in link is older than 15 minutes. Ask for a new one.",
  personUnknown: "Nobody with that address is a member here. Check the address with your program's coordinator.",
  demoOff: "The demo is switched off here. Sign in with your e-mail address instead.",
};
