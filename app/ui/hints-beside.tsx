// The hints under a field, fetched with the first letter that is written into it, so that no page carries them before (NOTE-5).
// Where they cannot be fetched the next letter asks again: writing goes on without them.
import { useEffect, useState } from "react";
import type { TopicHints } from "./topic-hints";

const load = async () => (await import("./topic-hints")).TopicHints;

export function HintsBeside({ text }: { text: string }) {
  const [part, setPart] = useState<{ Hints: typeof TopicHints } | null>(null);
  useEffect(() => {
    if (part || text.trim() === "") return;
    let isWanted = true;
    load().then(
      (Hints) => isWanted && setPart({ Hints }),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [part, text]);
  return part && <part.Hints text={text} />;
}
