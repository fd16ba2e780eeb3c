// What is left of a meeting whose data were purged: that it was, when, and who was in it (KEEP-4).
import type { SignedInPerson } from "../../server/load-context";
import { useMeeting } from "../meeting-store/use-meeting";
import { Moment } from "../ui/moment";
import { EmptyState } from "../ui/notice-panel";
import { Page } from "../ui/page";

export function PurgedMeeting({ person }: { person: SignedInPerson }) {
  const state = useMeeting((snapshot) => snapshot.state);
  const { purged, members } = state;
  const by = purged?.by ? members[purged.by]?.name : undefined;
  return (
    <Page title={state.title} person={person} under={{ to: "/", label: "My meetings" }}>
      <p className="tabular text-muted">
        {state.programName} · {state.programCode} · Match {state.matchYear}
      </p>
      <EmptyState title="This meeting's data were purged">
        <p>
          Its retention time was over. {purged && <Moment at={purged.at} />}
          {by && <>, by {by}</>}
        </p>
        <p>
          The applicants, the list and what was said about them are gone for good. The log still shows who acted and
          when, and its hashes still prove that nobody changed it.
        </p>
      </EmptyState>
    </Page>
  );
}
