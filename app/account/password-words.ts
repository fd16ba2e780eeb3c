// Why a new password was not taken, as sentences, and under which field they stand.
import type { PasswordRefusal } from "../../server/load-context";

interface Words {
  field: "old" | "next" | "form";
  sentence: string;
}

export const passwordWords: Record<PasswordRefusal, Words> = {
  passwordTooShort: { field: "next", sentence: "Use at least 12 characters. A few words in a row do well." },
  passwordTooLong: { field: "next", sentence: "Use at most 128 characters." },
  passwordCommon: {
    field: "next",
    sentence:
      "This one would be guessed soon: it is a common password, a pattern, or made of your name. Choose a few words that do not belong together.",
  },
  oldPasswordWrong: { field: "old", sentence: "That is not your present password." },
  signInAgain: {
    field: "form",
    sentence: "To set a password, sign out and sign in again with a link: that shows that it is you.",
  },
  tooManyTries: {
    field: "form",
    sentence: "There were too many tries in a short time. Wait a quarter of an hour, then try again.",
  },
};
