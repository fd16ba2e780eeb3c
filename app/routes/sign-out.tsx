// `/sign-out`: ends the session. A link to it, opened by anything, ends nothing.
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { setCookies } from "../set-cookies";

export const loader = () => redirect("/");

export async function action({ context }: ActionFunctionArgs) {
  const left = await context.signIn.signOut();
  return redirect("/sign-in", { headers: setCookies(...left.setCookies) });
}
