// The draft is closed and its meeting is not open yet. Usually that is the moment between the two; where it lasts, the freeze was
// cut short in between, and the director's next try ends it.
import { Form, useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { PreliminaryPage } from "../../server/context/preliminary";
import type { SignedInPerson } from "../../server/load-context";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/notice-panel";
import { Page } from "../ui/page";
import { seasonLink } from "./season-link";

const LOOK_EVERY_MS = 1500;
/** Longer than it takes. */
const PATIENCE_MS = 6000;

export function CutShort({ person, page }: { person: SignedInPerson; page: PreliminaryPage }) {
  const { revalidate } = useRevalidator();
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const look = setInterval(revalidate, LOOK_EVERY_MS);
    const late = setTimeout(() => setIsLate(true), PATIENCE_MS);
    return () => {
      clearInterval(look);
      clearTimeout(late);
    };
  }, [revalidate]);
  return (
    <Page title="Preliminary list" person={person} under={seasonLink(page.season)}>
      <div aria-live="polite">
        {isLate ? (
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
            The freeze was cut short. Nothing is lost, and the order stands as it was frozen.
            {!page.mayFreeze && " The program director can open the meeting from this page."}
          </EmptyState>
        ) : (
          <EmptyState title="The list is frozen">Its meeting is being opened…</EmptyState>
        )}
      </div>
    </Page>
  );
}
