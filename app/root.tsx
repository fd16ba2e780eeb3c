// The document around every screen, and the one boundary where failures become words.
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { revalidatesNotes } from "./notes/between-notes";
import { requestReference } from "./request-reference";
import stylesheet from "./styles.css?url";
import { FailurePage } from "./ui/failure";
import { LiveRegion } from "./ui/live-region";
import { useNonce } from "./ui/nonce";
import { isPlainPage } from "./ui/plain-page";
import { themeOfPage, themeScript } from "./ui/theme-script";
import { ToastOutlet } from "./ui/toast-outlet";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = () => [{ title: "Rank Room" }];

export const shouldRevalidate = revalidatesNotes;

export const loader = ({ context }: LoaderFunctionArgs) => ({
  reference: requestReference(context),
  isOpenToAll: context.isOpenToAll,
});

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const isPlain = useMatches().some(isPlainPage);
  const isOpenToAll = useRouteLoaderData<typeof loader>("root")?.isOpenToAll;
  return (
    // The theme script sets data-theme before hydration; whoever writes the page anew keeps it. React owns every text in here, so
    // nothing is translated under its hands.
    <html lang="en" translate="no" data-theme={themeOfPage()} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex" />
        {/* Some proxies add `no-referrer`, under which browsers hide where our own forms come from. */}
        <meta name="referrer" content="same-origin" />
        <meta name="google" content="notranslate" />
        <meta name="color-scheme" content="light dark" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, run before the first paint. */}
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: themeScript }} suppressHydrationWarning />
        <Meta />
        <Links />
      </head>
      <body>
        <a href="#main" className="skip-link">
          Skip to the content
        </a>
        {isOpenToAll && (
          <aside className="demo-strip" aria-label="Demo">
            Demo: anybody who reaches this page can be anybody. Enter nothing real.
          </aside>
        )}
        {children}
        {!isPlain && (
          <>
            <LiveRegion />
            <ToastOutlet />
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const reference = useRouteLoaderData<typeof loader>("root")?.reference;
  return <FailurePage error={useRouteError()} reference={reference} />;
}
