// A single sign-on that did not work leads to a page that says why. Server only.
import { redirect } from "@remix-run/node";
import type { SignInRefusal } from "../../server/load-context";

export const ssoRefused = (code: SignInRefusal): Response =>
  redirect(`/sign-in/sso/refused?${new URLSearchParams({ why: code })}`);
