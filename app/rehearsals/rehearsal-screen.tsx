// What a rehearsal is, and what can be done with it: started, opened, its practice members paused, thrown away.
import { Form, Link } from "@remix-run/react";
import type { OpenRehearsal, RehearsalPage } from "../../server/context/rehearsals";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { Moment } from "../ui/moment";
import { Panel } from "../ui/panel";

export function RehearsalScreen({ page, refusal }: { page: RehearsalPage; refusal: string | null }) {
  const { rehearsal, isRehearsal, obstacle } = page;
  return (
    <>
      {refusal && <p role="alert">{refusal}</p>}
      <Panel title="What it is">
        <p className="max-w-[70ch]">
          A practice copy of the list, to try everything before the day: moves, marks, calls for objections, silent
          rounds, the lock. Program directors and associate program directors are in it, and three made-up members who
          mark and move. It has the same applicants and order, and the same recusals; what people have signed is not
          copied.
        </p>
        <p className="max-w-[70ch] text-muted">
          Nothing in it reaches the meeting, the season or anybody's mailbox, and there are no files of it. What you
          write in it is kept like everything that is written about applicants, and may be discoverable.
        </p>
      </Panel>
      {rehearsal ? (
        <Running rehearsal={rehearsal} isInside={isRehearsal} />
      ) : (
        <Panel title="Start">
          {obstacle ? (
            <p>{obstacle}</p>
          ) : (
            <Form method="post">
              <Button type="submit" variant="primary" name="intent" value="start">
                Start a rehearsal
              </Button>
            </Form>
          )}
        </Panel>
      )}
    </>
  );
}

function Running({ rehearsal, isInside }: { rehearsal: OpenRehearsal; isInside: boolean }) {
  const { meetingId, title, madeBy, madeAt, isPaused, mayThrowAway } = rehearsal;
  return (
    <Panel title={title}>
      <p>
        Started by {madeBy}, <Moment at={madeAt} />.{" "}
        {isPaused ? "The practice members are paused." : "The practice members act while somebody is in it."}
      </p>
      {isInside ? (
        <Form method="post" className="flex flex-wrap gap-2">
          <Button type="submit" name="intent" value={isPaused ? "goOn" : "pause"}>
            {isPaused ? "Let the practice members go on" : "Pause the practice members"}
          </Button>
          {mayThrowAway && (
            <Button type="submit" variant="danger" name="intent" value="throwAway">
              Throw this rehearsal away
            </Button>
          )}
        </Form>
      ) : (
        <div className="flex flex-wrap gap-2">
          <Link reloadDocument to={`/meetings/${meetingId}`} className={buttonStyle("primary")}>
            Open the rehearsal
          </Link>
          <Link to={`/meetings/${meetingId}/rehearsal`} className={buttonStyle()}>
            Pause it or throw it away
          </Link>
        </div>
      )}
    </Panel>
  );
}
