// The code beside a link, for whose mail opens on another device. It works in the browser that asked for it.
import { Form, useNavigation } from "@remix-run/react";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { withReturn } from "./return-path";

export function CodeForm({ returnTo, error }: { returnTo: string; error: string | null }) {
  const navigation = useNavigation();
  const isBusy = navigation.state !== "idle" && navigation.formData?.get("intent") === "code";
  return (
    <Form method="post" action={withReturn("/sign-in", returnTo)} noValidate className="flex flex-col gap-4">
      <input type="hidden" name="intent" value="code" />
      <TextField
        label="Code from the mail"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        required
        hint="Eight digits. It works on this device only."
        error={error}
        className="tabular"
      />
      <Button type="submit" variant="primary" isBusy={isBusy}>
        Sign in with the code
      </Button>
    </Form>
  );
}
