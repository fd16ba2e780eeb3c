// `/account/confirmed`: where single sign-on comes back to after a proof, in a tab of its own beside the meeting.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { requirePerson } from "../sign-in/require-person";
import { NarrowPage } from "../ui/page";

export const meta: MetaFunction = () => [{ title: "Confirmed · Rank Room" }];

export function loader({ request, context }: LoaderFunctionArgs) {
  requirePerson(request, context);
  return null;
}

export default function AccountConfirmed() {
  return (
    <NarrowPage title="Confirmed">
      <p>It is you. Close this tab and go on in the meeting: for five minutes the lock asks no more.</p>
    </NarrowPage>
  );
}
