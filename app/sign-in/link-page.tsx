// What a sign-in link opens: a button. Mail scanners open links, and opening must not use this one up.
import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { NarrowPage } from "../ui/page";

interface LinkPageProps {
  refusal: string | null;
  /** The link has proved who they are, and single sign-on is all their program takes: here it goes on to. */
  connectAt: string | null;
  ssoName: string | null;
}

export function LinkPage({ refusal, connectAt, ssoName }: LinkPageProps) {
  const isBusy = useNavigation().state === "submitting";
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
        <Link to="/sign-in" className={buttonStyle("primary")}>
          Ask for a new link
        </Link>
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
