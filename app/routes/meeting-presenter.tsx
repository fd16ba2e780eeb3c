// `/meetings/:id/presenter`: a link for the screen on the wall, and the end of all of them.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { readForm, textOf } from "../read-form";
import { requirePerson } from "../sign-in/require-person";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { Page } from "../ui/page";
import { Panel } from "../ui/panel";

export const meta: MetaFunction = () => [{ title: "Presenter screen · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const meetingId = params.id ?? "";
  const links = await context.presenter.links(meetingId, person.id);
  if (!links) throw data(null, { status: 404 });
  return { person, meetingId, ...links };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const meetingId = params.id ?? "";
  const intent = textOf(await readForm(request), "intent");
  if (intent === "end") {
    if (!(await context.presenter.end(meetingId, person.id))) throw data(null, { status: 404 });
    return { path: null };
  }
  if (intent !== "open") throw data(null, { status: 400 });
  const opened = await context.presenter.open(meetingId, person.id);
  if (!opened) throw data(null, { status: 404 });
  return opened;
}

export default function MeetingPresenter() {
  const { person, meetingId, title, alive } = useLoaderData<typeof loader>();
  const path = useActionData<typeof action>()?.path;
  return (
    <Page title="Presenter screen" person={person} under={{ to: `/meetings/${meetingId}`, label: title }}>
      <Panel title="For the wall">
        <p>
          The list in large, or the applicant before the room. No sponsorship needs, no flag's words, no names on
          ballots, and nobody from whom a member is recused. Whoever has the link sees it, for a day or until you end
          it.
        </p>
        {path && (
          <p>
            <a href={path} target="_blank" rel="noreferrer" className={buttonStyle("primary")}>
              Open the presenter screen
            </a>
          </p>
        )}
        <Form method="post" className="flex flex-wrap gap-2">
          <Button type="submit" name="intent" value="open" variant={path ? "quiet" : "primary"}>
            Make a link
          </Button>
          {alive > 0 && (
            <Button type="submit" name="intent" value="end">
              End {alive === 1 ? "the link that is out" : `all ${alive} links`}
            </Button>
          )}
        </Form>
      </Panel>
    </Page>
  );
}
