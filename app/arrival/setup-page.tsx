// The first administrator of an installation: a name, an address, and they are in.
import { Form, useNavigation } from "@remix-run/react";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { NarrowPage } from "../ui/page";

interface SetupPageProps {
  isOpen: boolean;
  /** Why the link does not work, or what was typed wrong. */
  refusal: { field: string | null; sentence: string } | null;
}

export function SetupPage({ isOpen, refusal }: SetupPageProps) {
  const isBusy = useNavigation().state !== "idle";
  const errorOf = (field: string) => (refusal?.field === field ? refusal.sentence : null);
  if (!isOpen) {
    return (
      <NarrowPage title="This link did not let you in">
        <p role="alert">{refusal?.sentence}</p>
      </NarrowPage>
    );
  }
  return (
    <NarrowPage title="Set up Rank Room">
      <p>
        You become this installation's first administrator. Administrators make programs and look after people; they see
        nothing of a meeting.
      </p>
      <Form method="post" noValidate className="flex flex-col gap-4">
        <TextField label="Your name" name="name" autoComplete="name" required error={errorOf("name")} />
        <TextField
          label="E-mail address"
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          required
          hint="You sign in with it from now on."
          error={errorOf("email")}
        />
        <Button type="submit" variant="primary" isBusy={isBusy}>
          Become administrator
        </Button>
      </Form>
    </NarrowPage>
  );
}
