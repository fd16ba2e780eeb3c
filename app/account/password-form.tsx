// Sets, changes or removes my password. The old one is asked for unless I have just signed in by link or single sign-on.
import { Form, useNavigation } from "@remix-run/react";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";

export interface PasswordAnswer {
  field: "old" | "next" | "form";
  sentence: string;
}

interface PasswordFormProps {
  hasPassword: boolean;
  isFresh: boolean;
  answer: PasswordAnswer | null;
}

export function PasswordForm({ hasPassword, isFresh, answer }: PasswordFormProps) {
  const busyWith = useNavigation().formData?.get("do");
  const errorOf = (field: PasswordAnswer["field"]) => (answer?.field === field ? answer.sentence : null);
  if (!hasPassword && !isFresh) {
    return (
      <p>
        You sign in by link and have no password. To set one, sign out and sign in again with a link: for a quarter of
        an hour after that you can set one here.
      </p>
    );
  }
  return (
    <>
      <p>
        {hasPassword
          ? "You can sign in with your address and your password, or by link."
          : "You sign in by link. A password is another way in, if you like one better."}
      </p>
      <Form method="post" noValidate className="flex w-full max-w-96 flex-col items-start gap-3">
        {hasPassword && !isFresh && (
          <TextField
            label="Present password"
            name="old"
            type="password"
            autoComplete="current-password"
            required
            error={errorOf("old")}
            className="w-full"
          />
        )}
        <TextField
          label="New password"
          name="next"
          type="password"
          autoComplete="new-password"
          required
          error={errorOf("next")}
          hint="At least 12 characters; a few words in a row do well."
          className="w-full"
        />
        <label className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
          <input type="checkbox" name="endOthers" value="1" defaultChecked className="size-4" />
          Sign out my other devices
        </label>
        {errorOf("form") && (
          <p role="alert" className="text-red">
            {errorOf("form")}
          </p>
        )}
        <Button type="submit" variant="primary" name="do" value="setPassword" isBusy={busyWith === "setPassword"}>
          {hasPassword ? "Change the password" : "Set the password"}
        </Button>
      </Form>
      {hasPassword && (
        <Form method="post">
          <Button type="submit" name="do" value="removePassword" isBusy={busyWith === "removePassword"}>
            Remove the password
          </Button>
        </Form>
      )}
    </>
  );
}
