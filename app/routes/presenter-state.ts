// `/present/:token/state?since=`: what the wall shows, or nothing where it still shows that.
import type { LoaderFunctionArgs } from "@remix-run/node";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const since = new URL(request.url).searchParams.get("since");
  const screen = await context.presenter.lookAgain(params.token ?? "", since);
  if (!screen) return new Response(null, { status: 404 });
  return screen === "same" ? new Response(null, { status: 204 }) : Response.json(screen);
}
