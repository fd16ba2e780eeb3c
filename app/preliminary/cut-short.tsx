// The draft is closed and its meeting is not open yet: the freeze was cut short in between. The director's next try ends it.
import { Form } from "@remix-run/react";
import type { PreliminaryPage } from "../../server/context/preliminary";
import type { SignedInPerson } from "../../server/load-context";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/notice-panel";
import { Page } from "../ui/page";
import { seasonLink } from "./season-link";

export const CutShort = ({ person, page }: { person: SignedInPerson; page: PreliminaryPage }) => (
  <Page title="Preliminary list" person={person} under={seasonLink(page.season)}>
    <EmptyState
      title="The list is frozen, and its meeting is not open yet"
      action={
        page.mayFreeze && (
          <Form method="post">
            <Button type="submit" variant="primary" name="intent" value="freeze">
              Open the meeting
            </Button>
          </Form>
        )
      }
    >
      The freeze was cut short. Nothing is lost and the order stands as it was frozen.
      {!page.mayFreeze && " The program director can open the meeting from this page."}
    </EmptyState>
  </Page>
);
