// The wall: a large code, the link and the passcode, and nothing about anybody. Follows a renewal by itself.
import type { DoorView } from "../../../domain/joining";
import { buttonStyle } from "../../ui/button-style";
import { QrCode } from "../../ui/qr-code";
import { PasscodeFigures } from "./passcode-figures";
import { useDoor } from "./use-door";

export function ProjectorPage({ meetingId, view: first }: { meetingId: string; view: DoorView }) {
  const view = useDoor(meetingId, { first }).view ?? first;
  const { invitation, meeting } = view;
  return (
    <main
      id="main"
      tabIndex={-1}
      className="flex min-h-dvh flex-col items-center justify-center gap-8 p-6 text-center outline-none"
    >
      <h1 className="text-spotlight">{meeting.title}</h1>
      {invitation ? (
        <div className="flex w-full max-w-320 flex-wrap items-center justify-center gap-x-16 gap-y-8">
          <QrCode
            drawing={invitation.qr}
            label="QR code of the link below"
            className="w-[min(90vw,62vh)] rounded-md border border-hairline"
          />
          <div className="flex max-w-full flex-col gap-6">
            <p className="text-spotlight">Scan to join</p>
            {invitation.isSpent ? (
              <p className="max-w-100 text-rank text-red">
                Closed by too many wrong passcodes. A host renews it from the meeting's screen.
              </p>
            ) : (
              <div>
                <p className="text-rank text-muted">Passcode</p>
                <PasscodeFigures passcode={invitation.passcode} className="text-[clamp(3rem,8vw,7rem)] leading-none" />
              </div>
            )}
            <p className="text-rank break-all">{invitation.link}</p>
          </div>
        </div>
      ) : (
        <form method="post" className="flex flex-col items-center gap-4">
          <p className="text-rank">Nobody can ask to come in: no code is out.</p>
          <button type="submit" className={buttonStyle("primary")}>
            Show a code
          </button>
        </form>
      )}
      <p className="text-rank text-muted">
        {view.seated} in by passcode · a host lets everybody in by name ·{" "}
        <a href={`/meetings/${meetingId}`} className="underline">
          back to the meeting
        </a>
      </p>
    </main>
  );
}
