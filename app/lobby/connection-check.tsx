// Whether this device reaches the meeting, in words, before it matters. Tried again until it does.
import { useEffect, useState } from "react";
import { type ConnectionReport, checkConnection } from "../meeting-store/check-connection";

const AGAIN_MS = 5000;
/** Slower than this is felt when a list moves. */
const SLOW_MS = 1000;

export function ConnectionCheck() {
  const [report, setReport] = useState<ConnectionReport | null>(null);

  useEffect(() => {
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout>;
    const check = async () => {
      const next = await checkConnection();
      if (!isWanted) return;
      setReport(next);
      if (!next.isReached) timer = setTimeout(check, AGAIN_MS);
    };
    void check();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, []);

  return (
    <p role="status" className="flex gap-2">
      <span className="font-bold">Connection:</span>
      <span>{wordsOf(report)}</span>
    </p>
  );
}

function wordsOf(report: ConnectionReport | null): string {
  if (report === null) return "checking…";
  if (!report.isReached)
    return "the meeting does not answer. Check this device's network; it is tried again by itself.";
  const time = `answered in ${report.milliseconds} ms`;
  if (report.milliseconds > SLOW_MS) return `works, but slowly (${time}). Another network may be better.`;
  if (!report.isWebSocket) return `works the slower way, because this network lets no WebSocket through (${time}).`;
  return `works (${time}).`;
}
