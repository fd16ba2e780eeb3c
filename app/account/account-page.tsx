// My own way in: who I am here, my password, single sign-on, and where I am signed in.

import { Form, Link, useNavigation } from "@remix-run/react";
import type { Account } from "../../server/load-context";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { MailAddress } from "../ui/mail-address";
import { Moment } from "../ui/moment";
import { Panel } from "../ui/panel";
import { type PasswordAnswer, PasswordForm } from "./password-form";

/** As it travels to the browser: moments as text. */
export interface AccountShown extends Omit<Account, "sso"> {
  email: string;
  sso: { name: string; connected: { label: string; since: string } | null } | null;
}

interface AccountPageProps {
  account: AccountShown;
  answer: PasswordAnswer | null;
  /** What has just been done, or why connecting did not work. */
  news: string | null;
}

export const AccountPage = ({ account, answer, news }: AccountPageProps) => (
  <>
    <p>
      Rank Room knows you by{" "}
      <span className="font-bold">
        <MailAddress of={account.email} />
      </span>
      . To change the address, ask your program's coordinator.
    </p>
    <div role="status" className="empty:-mt-4">
      {news && <p className="rounded-md border border-hairline bg-surface p-4">{news}</p>}
    </div>
    <Panel title="Devices">
      <p>
        {account.deviceCount === 1
          ? "You are signed in on this device only."
          : `You are signed in on ${account.deviceCount} devices.`}
      </p>
      <Link to="/account/devices" className={buttonStyle()}>
        Show my devices
      </Link>
    </Panel>
    <Panel title="Password">
      <PasswordForm key={news} hasPassword={account.hasPassword} isFresh={account.isFresh} answer={answer} />
    </Panel>
    {account.sso && <SsoPanel {...account.sso} />}
  </>
);

function SsoPanel({ name, connected }: NonNullable<AccountShown["sso"]>) {
  const busyWith = useNavigation().formData?.get("do");
  return (
    <Panel title={`Sign-in with ${name}`}>
      {connected ? (
        <>
          <p>
            Connected to <span className="font-bold">{connected.label}</span> since <Moment at={connected.since} />.
          </p>
          <Form method="post">
            <Button type="submit" name="do" value="disconnectSso" isBusy={busyWith === "disconnectSso"}>
              Disconnect
            </Button>
          </Form>
        </>
      ) : (
        <>
          <p>Connect your {name} account, and you can sign in here with it.</p>
          <Form method="post">
            <Button type="submit" name="do" value="connectSso" isBusy={busyWith === "connectSso"}>
              Connect {name}
            </Button>
          </Form>
        </>
      )}
    </Panel>
  );
}
