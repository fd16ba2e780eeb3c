// Where I am signed in: one card a device.
import { Form, useNavigation } from "@remix-run/react";
import Monitor from "lucide-react/icons/monitor";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Moment } from "../ui/moment";

export interface DeviceLine {
  id: string;
  /** "Chrome on Windows". */
  name: string;
  /** "by link". */
  how: string;
  signedInAt: string;
  lastSeenAt: string;
  isThisOne: boolean;
}

export function DeviceList({ devices }: { devices: DeviceLine[] }) {
  const busyWith = useNavigation().formData?.get("device");
  return (
    <ul className="flex flex-col gap-2">
      {devices.map((device) => (
        <li
          key={device.id}
          className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-md border border-hairline bg-surface p-4"
        >
          <Monitor size={20} className="shrink-0 text-muted" aria-hidden />
          <div className="min-w-0 flex-1 basis-60">
            <p className="flex flex-wrap items-center gap-2 font-bold">
              {device.name}
              {device.isThisOne && <Badge tone="champion">This device</Badge>}
            </p>
            <p className="text-muted">
              Signed in {device.how} <Moment at={device.signedInAt} />, last used <Moment at={device.lastSeenAt} />
            </p>
          </div>
          <Form method="post">
            <Button
              type="submit"
              name="device"
              value={device.id}
              isBusy={busyWith === device.id}
              aria-label={device.isThisOne ? "Sign out on this device" : `Sign out ${device.name}`}
            >
              Sign out
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
