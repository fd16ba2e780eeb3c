// While a file is checked or imported: how far it is, and a way to stop. The work is the server's: the page can be left.
import { Form, useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect, useId, useState } from "react";
import type { ImportView } from "../../server/context/imports";
import { fetchInTime } from "../fetch-in-time";
import { Button } from "../ui/button";
import { announce } from "../ui/live-region";
import { Panel } from "../ui/panel";

const LOOK_MS = 500;

export function AtWork({ view }: { view: ImportView }) {
  const { id, step, season } = view;
  const [progress, setProgress] = useState(view.progress);
  const { revalidate } = useRevalidator();
  const labelId = useId();
  const isStopping = useNavigation().formData?.get("intent") === "stop";
  const words = step === "checking" ? "Checking the file" : "Importing the file";

  useEffect(() => {
    announce(words);
    const timer = setInterval(async () => {
      const answer = await fetchInTime(`/seasons/${season.id}/import/${id}/state`).catch(() => null);
      // Signed out, or the server is away: the page says so when it is loaded anew.
      if (!answer?.ok) return;
      const now = (await answer.json()) as Pick<ImportView, "step" | "progress">;
      if (now.step === step) setProgress(now.progress);
      else revalidate();
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [id, season.id, step, words, revalidate]);

  return (
    <Panel title={words}>
      <div className="flex w-full max-w-120 flex-col gap-1">
        <p id={labelId} className="tabular">
          {progress} of 100
        </p>
        <progress aria-labelledby={labelId} value={progress} max={100} className="h-2 w-full accent-protected" />
      </div>
      <p className="text-muted">
        It goes on when you leave this page. Until it is saved, Stop leaves everything as it was.
      </p>
      <Form method="post">
        <input type="hidden" name="intent" value="stop" />
        <Button type="submit" isBusy={isStopping}>
          Stop
        </Button>
      </Form>
    </Panel>
  );
}
