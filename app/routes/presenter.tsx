// `/present/:token`: the screen on the wall. Its link is all that it asks for.
import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PresenterPage } from "../presenter/presenter-page";

export const meta: MetaFunction = () => [{ title: "Rank Room" }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const screen = await context.presenter.look(token);
  if (!screen) throw data(null, { status: 404 });
  return { token, screen };
}

export default function Presenter() {
  return <PresenterPage {...useLoaderData<typeof loader>()} />;
}
