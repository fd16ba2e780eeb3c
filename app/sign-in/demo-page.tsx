// The demo season's people, by role. One press signs in as that person.

import { Form } from "@remix-run/react";
import type { DemoPerson } from "../../server/load-context";
import { Button } from "../ui/button";
import { Initials } from "../ui/initials";
import { MailAddress } from "../ui/mail-address";
import { NarrowPage } from "../ui/page";

export interface DemoGroup {
  role: string;
  people: DemoPerson[];
}

interface DemoPageProps {
  groups: DemoGroup[];
  returnTo: string;
  refusal: string | null;
}

export const DemoPage = ({ groups, returnTo, refusal }: DemoPageProps) => (
  <NarrowPage title="The demo season">
    <p>
      Everybody here is invented. Choose whose eyes to look through; open a second browser to be two of them at once.
    </p>
    {refusal && (
      <p role="alert" className="text-red">
        {refusal}
      </p>
    )}
    {groups.map((group) => (
      <section key={group.role} aria-label={group.role} className="flex flex-col gap-2">
        <h2 className="text-meta text-muted">{group.role}</h2>
        <ul className="flex flex-col gap-1">
          {group.people.map((person) => (
            <li key={person.email}>
              <Form method="post" action="/demo">
                <input type="hidden" name="to" value={returnTo} />
                <Button
                  type="submit"
                  name="email"
                  value={person.email}
                  aria-label={`Sign in as ${person.name}, ${group.role}`}
                  className="min-h-11 w-full justify-start"
                >
                  <Initials name={person.name} />
                  {person.name}
                  <span className="ml-auto hidden truncate font-normal text-muted sm:block">
                    <MailAddress of={person.email} />
                  </span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </NarrowPage>
);
