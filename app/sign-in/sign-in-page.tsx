// Asks for an address and says the same about every one of them.
import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { NarrowPage } from "../ui/page";
import { withReturn } from "./return-path";

interface SignInPageProps {
  demoEnabled: boolean;
  returnTo: string;
  isSent: boolean;
  /** What was typed and not understood, to be corrected rather than typed again. */
  typed: string;
  error: string | null;
}

export function SignInPage({ demoEnabled, returnTo, isSent, typed, error }: SignInPageProps) {
  const isBusy = useNavigation().state === "submitting";
  return (
    <NarrowPage title="Sign in">
      {isSent ? (
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
      ) : (
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
            hint="We send you a link. There is no password."
          />
          <Button type="submit" variant="primary" isBusy={isBusy}>
            Send me a link
          </Button>
        </Form>
      )}
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
