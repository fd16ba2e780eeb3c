// `/sign-in/sso`: off to the single sign-on provider. Beginning does no harm, so a link may do it.
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { returnPath } from "../sign-in/return-path";
import { ssoRefused } from "../sign-in/sso-refused";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const start = await context.signIn.beginSso(returnPath(new URL(request.url).searchParams.get("to")));
  if (!start.ok) throw ssoRefused(start.code);
  throw redirect(start.redirectTo, { headers: { "Set-Cookie": start.setCookie } });
}
