// Sends a command from a form and keeps the answer beside it: a refusal is shown where the words are still in the fields.
import { useEffect, useRef, useState } from "react";
import type { MemberCommand } from "../../../domain/commands";
import { useMeetingStore } from "../../meeting-store/use-meeting";
import { announce } from "../../ui/live-region";
import { showToast } from "../../ui/toasts";

export interface CommandSender {
  /** Resolves to whether the server accepted it. Over a lost connection that is when the connection is back. */
  send: (command: MemberCommand) => Promise<boolean>;
  isSending: boolean;
  /** The sentence of the last refusal. */
  refusal: string | null;
}

export function useCommand(): CommandSender {
  const store = useMeetingStore();
  const [isSending, setIsSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);

  const send = async (command: MemberCommand): Promise<boolean> => {
    setRefusal(null);
    setIsSending(true);
    const answer = await store.send(command);
    setIsSending(false);
    if (answer.ok) return true;
    setRefusal(answer.message);
    // The form was closed while it waited: nobody would read it there.
    if (!isShown.current) {
      showToast(answer.message);
      announce(answer.message);
    }
    return false;
  };

  return { send, isSending, refusal };
}
