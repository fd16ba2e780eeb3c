// Nothing yet, and something wrong.
import { Button } from "../ui/button";
import { EmptyState, ErrorState } from "../ui/notice-panel";
import { Sample } from "./sample";

export const StateSamples = () => (
  <Sample name="Nothing yet, something wrong">
    <EmptyState title="No applicants yet" action={<Button variant="primary">Import applicants</Button>}>
      The list fills as soon as a file is imported.
    </EmptyState>
    <ErrorState title="The history could not be loaded" action={<Button>Try again</Button>}>
      The list itself is up to date.
    </ErrorState>
  </Sample>
);
