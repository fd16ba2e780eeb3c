// Address and password. A wrong one of either is told in the same words.
import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { NarrowPage } from "../ui/page";
import { PlainHttpNote } from "./plain-http-note";
import { withReturn } from "./return-path";

interface PasswordPageProps {
  returnTo: string;
  typed: string;
  /** The address has another form than an address. */
  emailError: string | null;
  refusal: string | null;
}

export function PasswordPage({ returnTo, typed, emailError, refusal }: PasswordPageProps) {
  const isBusy = useNavigation().state !== "idle";
  return (
    <NarrowPage title="Sign in with a password">
      <PlainHttpNote />
      <Form method="post" noValidate className="flex flex-col gap-4">
        <TextField
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          defaultValue={typed}
          required
          error={emailError}
        />
        <TextField
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          error={refusal}
        />
        <Button type="submit" variant="primary" isBusy={isBusy}>
          Sign in
        </Button>
      </Form>
      <p>
        No password, or forgotten?{" "}
        <Link to={withReturn("/sign-in", returnTo)} className="font-bold underline">
          Have a link sent to you
        </Link>
      </p>
    </NarrowPage>
  );
}
