// Tells the server that this file stands open, once it has for a moment: whoever steps through the list reads nobody's. Tried
// again while the file stays open, because a reading over a lost connection is a reading too (AUDIT-3).
import { useEffect } from "react";
import type { ApplicantId } from "../../../domain/ids";
import { fetchInTime } from "../../fetch-in-time";
import { useMeeting } from "../../meeting-store/use-meeting";

const FIRST_MS = 1000;
const AGAIN_MS = 15_000;

export function useNoteRead(applicantId: ApplicantId): void {
  const meetingId = useMeeting(({ state }) => state.id);
  useEffect(() => {
    let timer = setTimeout(tell, FIRST_MS);
    async function tell() {
      const isTold = await fetchInTime(`/meetings/${meetingId}/applicants/${applicantId}/opened`, {
        method: "POST",
        keepalive: true,
      }).then(
        ({ status }) => status < 500,
        () => false,
      );
      if (!isTold && !isClosed) timer = setTimeout(tell, AGAIN_MS);
    }
    let isClosed = false;
    return () => {
      isClosed = true;
      clearTimeout(timer);
    };
  }, [meetingId, applicantId]);
}
