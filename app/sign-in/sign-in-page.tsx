// Asks for an address and says the same about every one of them. The other ways in stand below it.
import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { TextField } from "../ui/field";
import { NarrowPage } from "../ui/page";
import { PlainHttpNote } from "./plain-http-note";
import { withReturn } from "./return-path";

interface SignInPageProps {
  demoEnabled: boolean;
  ssoName: string | null;
  isSsoRequired: boolean;
  returnTo: string;
  isSent: boolean;
  /** What was typed and not understood, to be corrected rather than typed again. */
  typed: string;
  error: string | null;
}

export function SignInPage(props: SignInPageProps) {
  const { demoEnabled, ssoName, isSsoRequired, returnTo, isSent } = props;
  const sso = ssoName !== null && <SsoLink name={ssoName} isMain={isSsoRequired} returnTo={returnTo} />;
  return (
    <NarrowPage title="Sign in">
      <PlainHttpNote />
      {isSsoRequired && sso}
      {isSent ? <Sent returnTo={returnTo} /> : <LinkForm {...props} />}
      {!isSent && (
        <p>
          Have a password?{" "}
          <Link to={withReturn("/sign-in/password", returnTo)} className="font-bold underline">
            Sign in with it
          </Link>
        </p>
      )}
      {!isSsoRequired && sso}
      {demoEnabled && (
        <p className="border-t border-hairline pt-4">
          Only looking?{" "}
          <Link to={withReturn("/demo", returnTo)} className="font-bold underline">
            Open the demo season
          </Link>
        </p>
      )}
    </NarrowPage>
  );
}

function LinkForm({ ssoName, isSsoRequired, typed, error }: SignInPageProps) {
  const isBusy = useNavigation().state === "submitting";
  return (
    <Form method="post" noValidate className="flex flex-col gap-4">
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="email"
        inputMode="email"
        defaultValue={typed}
        required
        error={error}
        hint={
          isSsoRequired
            ? `We send you a link. It connects your ${ssoName} account the first time; administrators sign in with it.`
            : "We send you a link. You need no password."
        }
      />
      <Button type="submit" variant={isSsoRequired ? "quiet" : "primary"} isBusy={isBusy}>
        Send me a link
      </Button>
    </Form>
  );
}

const Sent = ({ returnTo }: { returnTo: string }) => (
  <div role="status" className="flex flex-col gap-4">
    <p>If that address belongs to a member, a link is on its way. It works once, for 15 minutes.</p>
    <p className="text-muted">
      Nothing after a few minutes? Look in the junk folder, or{" "}
      <Link to={withReturn("/sign-in", returnTo)} className="underline">
        try again
      </Link>
      .
    </p>
  </div>
);

/** A plain link: it leads off this site. */
const SsoLink = ({ name, isMain, returnTo }: { name: string; isMain: boolean; returnTo: string }) => (
  <a href={withReturn("/sign-in/sso", returnTo)} className={buttonStyle(isMain ? "primary" : "quiet")}>
    {`Sign in with ${name}`}
  </a>
);
