// The pledge of whoever comes from their own meetings: what they promise, and one button. Asked once a meeting.
import { Form, useNavigation } from "@remix-run/react";
import type { MeetingWords } from "../../domain/joining";
import { Button } from "../ui/button";
import { NarrowPage } from "../ui/page";
import { PledgeKept, PledgeWords } from "./pledge-words";

export const MemberPledgePage = ({ title, programName }: MeetingWords) => (
  <NarrowPage title="Before you go in">
    <p className="text-muted">
      {title}, {programName}
    </p>
    <Form method="post" className="flex flex-col gap-4">
      <PledgeWords />
      <Button type="submit" variant="primary" isBusy={useNavigation().state !== "idle"} className="w-full">
        I pledge this, and go in
      </Button>
      <PledgeKept />
    </Form>
  </NarrowPage>
);
