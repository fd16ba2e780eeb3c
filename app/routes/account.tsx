// `/account`: my own way in.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountPage } from "../account/account-page";
import { passwordWords } from "../account/password-words";
import { requireAccount } from "../account/require-account";
import { readForm, textOf } from "../read-form";
import { refusalWords } from "../sign-in/refusal-words";
import { Page } from "../ui/page";

export const meta: MetaFunction = () => [{ title: "My account · Rank Room" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person, account: service } = requireAccount(request, context);
  const { sso, ...account } = await service.read();
  const connected = sso?.connected && { label: sso.connected.label, since: sso.connected.since.toISOString() };
  return {
    person,
    account: { ...account, email: person.email, sso: sso && { name: sso.name, connected: connected ?? null } },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { account } = requireAccount(request, context);
  const form = await readForm(request);
  const done = (news: string) => ({ news, answer: null });
  switch (textOf(form, "do")) {
    case "setPassword": {
      const result = await account.setPassword({
        old: form.has("old") ? textOf(form, "old") : null,
        next: textOf(form, "next"),
        endsOtherDevices: textOf(form, "endOthers") === "1",
      });
      if (result.ok) return done("Your password is set.");
      const status = result.code === "tooManyTries" ? 429 : 400;
      return data({ news: null, answer: passwordWords[result.code] }, { status });
    }
    case "removePassword":
      await account.removePassword();
      return done("Your password is removed. You sign in by link.");
    case "connectSso": {
      const start = await account.connectSso();
      if (!start.ok) return data({ news: refusalWords[start.code], answer: null }, { status: 409 });
      throw redirect(start.redirectTo, { headers: { "Set-Cookie": start.setCookie } });
    }
    case "disconnectSso":
      await account.disconnectSso();
      return done("Disconnected. You no longer sign in here with that account.");
    default:
      throw data(null, { status: 400 });
  }
}

export default function AccountRoute() {
  const { person, account } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return (
    <Page title="My account" person={person}>
      <AccountPage account={account} answer={done?.answer ?? null} news={done?.news ?? null} />
    </Page>
  );
}
