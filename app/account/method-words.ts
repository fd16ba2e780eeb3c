// How somebody signed in, as a few words.
import type { Device } from "../../server/load-context";

export const methodWords: Record<Device["method"], string> = {
  link: "by link",
  password: "by password",
  sso: "by single sign-on",
  demo: "through the demo",
  passcode: "by passcode, for one meeting",
};
