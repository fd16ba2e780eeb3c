// Asks for an address and says the same about every one of them; then takes the code. The other ways in stand below it.
import { Form, Link, useNavigation } from "@remix-run/react";
import type { LinkWay } from "../../server/load-context";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { TextField } from "../ui/field";
import { NarrowPage } from "../ui/page";
import { CodeForm } from "./code-form";
import { LinkOnItsWay } from "./link-on-its-way";
import { PlainHttpNote } from "./plain-http-note";
import { withReturn } from "./return-path";

export interface SignInAnswer {
  /** A link was asked for. */
  sent: LinkWay | null;
  /** What was typed and not understood, to be corrected rather than typed again. */
  typed: string;
  error: string | null;
  /** Why the code let nobody in. */
  codeError: string | null;
  /** The code has proved who they are, and single sign-on is all their program takes: here it goes on to. */
  connectAt: string | null;
}

interface SignInPageProps {
  demoEnabled: boolean;
  ssoName: string | null;
  isSsoRequired: boolean;
  isMailed: boolean;
  /** A link was asked for in this browser before. */
  isCodeAwaited: boolean;
  returnTo: string;
  answer: SignInAnswer | null;
}

export function SignInPage(props: SignInPageProps) {
  const { demoEnabled, ssoName, isSsoRequired, isMailed, isCodeAwaited, returnTo, answer } = props;
  const sso = ssoName !== null && <SsoLink name={ssoName} isMain={isSsoRequired} returnTo={returnTo} />;
  const isAsked = answer ? answer.error === null : isCodeAwaited;
  return (
    <NarrowPage title="Sign in">
      <PlainHttpNote />
      {isSsoRequired && sso}
      {isAsked ? (
        <Asked
          way={answer?.sent ?? { isMailed, trouble: null }}
          returnTo={returnTo}
          codeError={answer?.codeError ?? null}
          onward={answer?.connectAt && ssoName ? { at: answer.connectAt, name: ssoName } : null}
        />
      ) : (
        <LinkForm {...props} />
      )}
      {!isAsked && (
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

function LinkForm({ ssoName, isSsoRequired, answer }: SignInPageProps) {
  const isBusy = useNavigation().state !== "idle";
  return (
    <Form method="post" noValidate className="flex flex-col gap-4">
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="email"
        inputMode="email"
        defaultValue={answer?.typed ?? ""}
        required
        error={answer?.error ?? null}
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

interface AskedProps {
  way: LinkWay;
  returnTo: string;
  codeError: string | null;
  onward: { at: string; name: string } | null;
}

function Asked({ way, returnTo, codeError, onward }: AskedProps) {
  if (onward) {
    return (
      <>
        <p role="alert">{codeError}</p>
        <a href={onward.at} className={buttonStyle("primary")}>
          Connect {onward.name}
        </a>
      </>
    );
  }
  return (
    <>
      <div role="status">
        <LinkOnItsWay way={way} who="If that address belongs to a member, a link is on its way." />
      </div>
      <CodeForm returnTo={returnTo} error={codeError} />
      <p className="text-muted">
        {way.isMailed &&
          "Nothing after a few minutes? Look in the junk folder; some hospitals hold mail back for an hour. "}
        <Link to={again(returnTo)} className="underline">
          Ask again
        </Link>
      </p>
    </>
  );
}

/** The form for an address, though a code is awaited. */
const again = (returnTo: string): string => `/sign-in?${new URLSearchParams({ again: "", to: returnTo })}`;

/** A plain link: it leads off this site. */
const SsoLink = ({ name, isMain, returnTo }: { name: string; isMain: boolean; returnTo: string }) => (
  <a href={withReturn("/sign-in/sso", returnTo)} className={buttonStyle(isMain ? "primary" : "quiet")}>
    {`Sign in with ${name}`}
  </a>
);
