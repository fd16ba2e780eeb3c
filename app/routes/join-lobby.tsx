// `/join/:code/lobby`: where a device waits for a host. It asks by itself; once admitted, this page is the way in.
import { data, type LoaderFunctionArgs, type MetaFunction, redirect, redirectDocument } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RefusedPage, ReplacedPage } from "../join/answered-page";
import { WaitingPage } from "../lobby/waiting-page";

export const meta: MetaFunction = () => [{ title: "Waiting for a host · Rank Room" }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const code = params.code ?? "";
  const path = `/join/${encodeURIComponent(code)}`;
  const step = await context.joining.look(code);
  switch (step.step) {
    case "admitted": {
      const entered = await context.joining.enter(code);
      if (!entered) throw redirect(path);
      throw redirectDocument(`/meetings/${entered.meetingId}`, { headers: { "Set-Cookie": entered.setCookie } });
    }
    case "waiting":
      return data({ path, step, people: (await context.joining.expected(code)) ?? [] });
    case "refused":
    case "replaced":
      return data({ path, step, people: [] });
    default:
      throw redirect(path);
  }
}

export default function JoinLobby() {
  const { path, step, people } = useLoaderData<typeof loader>();
  switch (step.step) {
    case "waiting":
      return <WaitingPage path={path} name={step.name} meeting={step.meeting} people={people} />;
    case "refused":
      return <RefusedPage path={path} {...step} />;
    case "replaced":
      return <ReplacedPage path={path} meeting={step.meeting} />;
  }
}
