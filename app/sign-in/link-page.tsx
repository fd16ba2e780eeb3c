// What a sign-in link opens: a button. Mail scanners open links, and opening must not use this one up.
import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { NarrowPage } from "../ui/page";

export function LinkPage({ refusal }: { refusal: string | null }) {
  const isBusy = useNavigation().state === "submitting";
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
