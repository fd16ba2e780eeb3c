// `/account/devices`: where I am signed in, and signing out there.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { DeviceList } from "../account/device-list";
import { deviceWords } from "../account/device-words";
import { methodWords } from "../account/method-words";
import { requireAccount } from "../account/require-account";
import { readForm, textOf } from "../read-form";
import { setCookies } from "../set-cookies";
import { Button } from "../ui/button";
import { Page } from "../ui/page";

export const meta: MetaFunction = () => [{ title: "My devices · Rank Room" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person, account } = requireAccount(request, context);
  const devices = (await account.devices()).map(({ id, userAgent, method, signedInAt, lastSeenAt, isThisOne }) => ({
    id,
    name: deviceWords(userAgent),
    how: methodWords[method],
    signedInAt: signedInAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    isThisOne,
  }));
  return { person, devices };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { account } = requireAccount(request, context);
  const form = await readForm(request);
  if (textOf(form, "others") === "1") {
    const count = await account.endOtherDevices();
    return { news: count === 1 ? "One other device is signed out." : `${count} other devices are signed out.` };
  }
  const isThisOne = (await account.devices()).some(
    (device) => device.isThisOne && device.id === textOf(form, "device"),
  );
  if (isThisOne) {
    const left = await context.signIn.signOut();
    throw redirect("/sign-in", { headers: setCookies(...left.setCookies) });
  }
  if (await account.endDevice(textOf(form, "device"))) return { news: "That device is signed out." };
  return data({ news: "That device is signed out already." }, { status: 404 });
}

export default function Devices() {
  const { person, devices } = useLoaderData<typeof loader>();
  const news = useActionData<typeof action>()?.news;
  return (
    <Page title="My devices" person={person}>
      <p>
        <Link to="/account" className="underline">
          My account
        </Link>
      </p>
      <p>
        Signing a device out closes every page that is open there at once. If you do not know one of these, sign it out
        {" and, if you have a password, change it"}.
      </p>
      <div role="status" className="empty:-mt-4">
        {news && <p className="rounded-md border border-hairline bg-surface p-4">{news}</p>}
      </div>
      <DeviceList devices={devices} />
      {devices.length > 1 && (
        <Form method="post">
          <Button type="submit" name="others" value="1">
            Sign out all other devices
          </Button>
        </Form>
      )}
    </Page>
  );
}
