// `/present/:token/state?since=`: what the wall shows, or nothing where it still shows that.
import type { LoaderFunctionArgs } from "@remix-run/node";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const screen = await context.presenter.look(params.token ?? "");
  if (!screen) return new Response(null, { status: 404 });
  const since = new URL(request.url).searchParams.get("since");
  return since === String(screen.view.seq) ? new Response(null, { status: 204 }) : Response.json(screen);
}
