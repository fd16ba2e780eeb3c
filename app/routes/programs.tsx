// `/programs`: all programs of the installation, for its administrators.
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { AllPrograms } from "../programs/all-programs";
import { allowed, refused, told, typedIn } from "../programs/answer";
import { readForm } from "../read-form";
import { requirePerson } from "../sign-in/require-person";
import { buttonStyle } from "../ui/button-style";
import { Page } from "../ui/page";

export const meta: MetaFunction = () => [{ title: "Programs · Rank Room" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { programs } = told(await context.programs.all(person.id));
  return { person, programs };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const { typed } = typedIn(await readForm(request));
  const made = allowed(await context.programs.create(person.id, typed));
  if (!made.ok) return refused(made);
  throw redirect(`/programs/${made.programId}`);
}

export default function Programs() {
  const { person, programs } = useLoaderData<typeof loader>();
  return (
    <Page title="Programs" person={person} under={{ to: "/", label: "My meetings" }}>
      <p>
        <Link to="/audit" className={buttonStyle()}>
          Audit trail of the installation
        </Link>
      </p>
      <AllPrograms programs={programs} refusal={useActionData<typeof action>() ?? null} />
    </Page>
  );
}
