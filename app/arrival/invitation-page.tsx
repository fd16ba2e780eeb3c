// What an invitation opens: a button. Mail scanners open links, and opening must not use this one up.
import { Form, Link, useNavigation } from "@remix-run/react";
import { roleInSentence } from "../../domain/member";
import type { Invitation } from "../../server/load-context";
import { withReturn } from "../sign-in/return-path";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { NarrowPage } from "../ui/page";

interface InvitationPageProps {
  invitation: Invitation | null;
  refusal: string | null;
  isSignedIn: boolean;
  /** Of this page. */
  path: string;
}

export function InvitationPage({ invitation, refusal, isSignedIn, path }: InvitationPageProps) {
  const isBusy = useNavigation().state !== "idle";
  if (!invitation || refusal !== null) {
    return (
      <NarrowPage title="This invitation did not let you in">
        <p role="alert">{refusal}</p>
        <Link to="/sign-in" className={buttonStyle("primary")}>
          Sign in
        </Link>
      </NarrowPage>
    );
  }
  const { programName, personName, role, asksForSignIn } = invitation;
  return (
    <NarrowPage title={`Join ${programName}`}>
      <p>
        You are invited as <strong>{personName}</strong>, {roleInSentence(role)}.
      </p>
      {asksForSignIn && !isSignedIn ? (
        <>
          <p>You have an account here already. Sign in first, and accept then.</p>
          <Link to={withReturn("/sign-in", path)} className={buttonStyle("primary")}>
            Sign in
          </Link>
        </>
      ) : (
        <Form method="post">
          <Button type="submit" variant="primary" isBusy={isBusy} className="w-full">
            Accept and go on
          </Button>
        </Form>
      )}
    </NarrowPage>
  );
}
