// The two frames of a plain screen: a wide page under the header, and a narrow one for a single question.
import { Form, Link } from "@remix-run/react";
import LogOut from "lucide-react/icons/log-out";
import type { ReactNode } from "react";
import type { SignedInPerson } from "../../server/load-context";
import { Button } from "./button";
import { Initials } from "./initials";
import { ThemeSwitch } from "./theme-switch";

interface PageProps {
  title: string;
  person: SignedInPerson;
  /** The page that this one belongs under. */
  under?: { to: string; label: string };
  children: ReactNode;
}

export const Page = ({ title, person, under, children }: PageProps) => (
  <>
    <header className="border-b border-hairline bg-surface print:hidden">
      <div className="mx-auto flex min-h-14 max-w-240 items-center gap-2 px-4">
        <ProductName />
        <PersonBar person={person} />
      </div>
    </header>
    <main id="main" tabIndex={-1} className="mx-auto flex max-w-240 flex-col gap-4 px-4 py-6 outline-none">
      <div>
        {under && (
          <Link to={under.to} className="inline-flex min-h-9 items-center text-muted underline pointer-coarse:min-h-11">
            {under.label}
          </Link>
        )}
        <h1 className="text-rank">{title}</h1>
      </div>
      {children}
    </main>
  </>
);

export const NarrowPage = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="mx-auto flex max-w-120 flex-col gap-4 px-4 py-6 sm:py-16">
    <header className="flex items-center justify-between">
      <ProductName />
      <ThemeSwitch />
    </header>
    <main
      id="main"
      tabIndex={-1}
      className="flex flex-col gap-4 rounded-md border border-hairline bg-surface p-6 outline-none"
    >
      <h1 className="text-rank">{title}</h1>
      {children}
    </main>
  </div>
);

const ProductName = () => (
  <Link to="/" className="inline-flex min-h-11 items-center gap-2 font-bold">
    <img src="/favicon.svg" alt="" width={24} height={24} />
    Rank Room
  </Link>
);

/**
 * Who is signed in, the colours, and the way out. The meeting's own header uses it too: a container, which leaves the words
 * out where it is narrow.
 */
export const PersonBar = ({ person }: { person: SignedInPerson }) => (
  <div className="ml-auto flex min-w-0 items-center gap-2">
    <Link
      to="/account"
      title={person.email}
      className="inline-flex min-h-9 min-w-0 items-center justify-center gap-2 rounded-md pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    >
      <Initials name={person.name} />
      <span className="max-sm:sr-only truncate hover:underline @max-[70rem]:sr-only">
        <span className="sr-only">My account, </span>
        {person.name}
      </span>
    </Link>
    <ThemeSwitch />
    <Form method="post" action="/sign-out">
      <Button
        type="submit"
        aria-label="Sign out"
        title="Sign out"
        className="max-sm:w-11 max-sm:px-0 @max-[70rem]:w-11 @max-[70rem]:px-0"
      >
        <LogOut size={18} aria-hidden />
        <span className="max-sm:sr-only @max-[70rem]:sr-only">Sign out</span>
      </Button>
    </Form>
  </div>
);
