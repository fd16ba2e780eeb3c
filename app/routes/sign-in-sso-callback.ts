// `/sign-in/sso/callback`: where the provider sends the browser back to. What it brings is good once, in this browser.
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { setCookies } from "../set-cookies";
import { returnPath } from "../sign-in/return-path";
import { ssoRefused } from "../sign-in/sso-refused";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const result = await context.signIn.finishSso(new URL(request.url).search);
  if (!result.ok) throw ssoRefused(result.code);
  throw redirect(returnPath(result.returnTo), { headers: setCookies(...result.setCookies) });
}
