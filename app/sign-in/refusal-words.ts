// Why signing in was refused, as sentences: what happened, and what to do.
import type { SignInRefusal } from "../../server/load-context";

export const refusalWords: Record<SignInRefusal, string> = {
  linkUnknown: "This sign-in link is not known here. It may have been cut off in the mail; ask for a new one.",
  linkUsed: "This sign-in link has already been used, and each works once.",
  linkExpired: "This sign-in link is older than four hours.",
  codeWrong: "That is not the code. Type the eight digits of the newest mail, or open its link.",
  codeOver:
    "No code can be typed here any more: it was wrong too often, or is older than four hours. Ask for a new one.",
  codeElsewhere: "A code works only in the browser that asked for it. Ask for one here.",
  personUnknown: "Nobody with that address is a member here. Check the address with your program's coordinator.",
  demoOff: "The demo is switched off here. Sign in with your e-mail address instead.",
  passwordWrong: "That address and password do not fit together. Check both, or have a link sent to you instead.",
  tooManyTries: "There were too many tries in a short time. Wait a quarter of an hour, then try again.",
  ssoRequired: "Your program signs in through single sign-on only, not by link or password.",
  ssoUnavailable: "Single sign-on does not answer at the moment. Try again in a minute.",
  ssoFailed: "Single sign-on did not confirm who you are. Start again from here, in this browser.",
  ssoUnconnected:
    "That single sign-on account is not connected to anybody here yet. Have a link sent to you, sign in with it, and connect the account on your account page.",
  proofOfOther: "That was not the account of whoever is signed in here, so nothing was confirmed.",
  ssoTaken:
    "That single sign-on account is connected to somebody else here. Sign out of it there, then try with your own.",
};
