// `/sign-in/sso/refused?why=…`: why single sign-on let nobody in, and what to do.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { refusalWords } from "../sign-in/refusal-words";
import { buttonStyle } from "../ui/button-style";
import { NarrowPage } from "../ui/page";

export const meta: MetaFunction = () => [{ title: "Not signed in · Rank Room" }];

/** The address chooses among sentences and cannot bring its own. */
export function loader({ request }: LoaderFunctionArgs) {
  const why = new URL(request.url).searchParams.get("why") ?? "";
  return { sentence: Object.entries(refusalWords).find(([code]) => code === why)?.[1] ?? refusalWords.ssoFailed };
}

export default function SignInSsoRefused() {
  const { sentence } = useLoaderData<typeof loader>();
  return (
    <NarrowPage title="You are not signed in">
      <p role="alert">{sentence}</p>
      <Link to="/sign-in" className={buttonStyle("primary")}>
        To the sign-in page
      </Link>
    </NarrowPage>
  );
}
