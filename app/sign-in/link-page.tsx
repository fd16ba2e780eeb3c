// What a sign-in link opens: a button. Mail scanners open links, and opening must not use this one up.
import { Form, Link, useNavigation, useSearchParams } from "@remix-run/react";
import type { LinkWay } from "../../server/load-context";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { NarrowPage } from "../ui/page";
import { CodeForm } from "./code-form";
import { LinkOnItsWay } from "./link-on-its-way";
import { returnPath, withReturn } from "./return-path";

interface LinkPageProps {
  refusal: string | null;
  /** The link was one: another can go to the same address. */
  maySendAnother: boolean;
  /** Another was asked for. */
  sent: LinkWay | null;
  /** The link has proved who they are, and single sign-on is all their program takes: here it goes on to. */
  connectAt: string | null;
  ssoName: string | null;
}

export function LinkPage({ refusal, maySendAnother, sent, connectAt, ssoName }: LinkPageProps) {
  const isBusy = useNavigation().state !== "idle";
  const returnTo = returnPath(useSearchParams()[0].get("to"));
  if (sent) {
    return (
      <NarrowPage title="Sign in to Rank Room">
        <div role="status">
          <LinkOnItsWay way={sent} who="A new link is on its way to the same address." />
        </div>
        <CodeForm returnTo={returnTo} error={null} />
      </NarrowPage>
    );
  }
  if (connectAt !== null) {
    return (
      <NarrowPage title={`Go on with ${ssoName}`}>
        <p role="alert">{refusal}</p>
        <p>
          Your link has confirmed who you are. Sign in with {ssoName} now: that account is then connected to you, and
          next time you need no link.
        </p>
        <a href={connectAt} className={buttonStyle("primary")}>
          Connect {ssoName}
        </a>
      </NarrowPage>
    );
  }
  if (refusal !== null) {
    return (
      <NarrowPage title="This link did not sign you in">
        <p role="alert">{refusal}</p>
        {maySendAnother ? (
          <Form method="post">
            <input type="hidden" name="intent" value="another" />
            <Button type="submit" variant="primary" isBusy={isBusy} className="w-full">
              Send me another
            </Button>
          </Form>
        ) : (
          <Link to={withReturn("/sign-in", returnTo)} className={buttonStyle("primary")}>
            Ask for a new link
          </Link>
        )}
      </NarrowPage>
    );
  }
  return (
    <NarrowPage title="Sign in to Rank Room">
      <p>Press the button to sign in on this device.</p>
      <Form method="post">
        <Button type="submit" variant="primary" isBusy={isBusy} className="w-full">
          Sign in
        </Button>
      </Form>
    </NarrowPage>
  );
}
