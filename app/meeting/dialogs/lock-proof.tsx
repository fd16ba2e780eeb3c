// The lock's last step: whoever locks proves once more who they are, unless they have just done so (LOCK-6). The server asks for
// it whatever stands here.
import { useCallback, useEffect, useState } from "react";
import type { ProofStanding } from "../../../server/context/proof";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { announce } from "../../ui/live-region";

type Field = "password" | "code";

export interface LockProof {
  /** Undefined: not known yet. */
  standing: ProofStanding | undefined;
  /** Where what is typed goes; null where nothing is typed. */
  field: Field | null;
  typed: string;
  type(text: string): void;
  error: string | null;
  note: string | null;
  askCode(): void;
  openSso(): void;
  /** Resolves to whether they have proved it. */
  prove(): Promise<boolean>;
}

const address = "/account/proof";
const offline = "The server did not answer. Check the connection and try again.";

async function post(fields: Record<string, string>): Promise<{ isOk: boolean; answer: Record<string, string | null> }> {
  try {
    const response = await fetch(address, { method: "POST", body: new URLSearchParams(fields) });
    return { isOk: response.ok, answer: await response.json() };
  } catch {
    return { isOk: false, answer: { message: offline } };
  }
}

/** `isNeeded`: false in a rehearsal. */
export function useLockProof(isNeeded: boolean): LockProof {
  const [standing, setStanding] = useState<ProofStanding>();
  const [typed, type] = useState("");
  const [isCodeAsked, setIsCodeAsked] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);

  const look = useCallback(async () => {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) setStanding(await response.json());
  }, []);
  useEffect(() => {
    if (!isNeeded) return;
    void look();
    // Back from the tab of single sign-on.
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, [isNeeded, look]);

  const field: Field | null = isCodeAsked ? "code" : standing?.hasPassword ? "password" : null;
  const say = (sentence: string) => {
    setNote(sentence);
    announce(sentence);
  };

  return {
    standing,
    field,
    typed,
    type,
    error,
    note,
    async askCode() {
      setError(null);
      const { isOk, answer } = await post({ way: "askCode" });
      if (!isOk) return setError(answer.message ?? offline);
      setIsCodeAsked(true);
      type("");
      if (!answer.isMailed) return say("There is no mail server: whoever runs the server finds the code in its log.");
      say(answer.trouble ? `The mail may not arrive: ${answer.trouble}.` : "A code is on its way to your mail.");
    },
    async openSso() {
      // Opened by the press itself: later the browser would take it for a window that nobody asked for.
      const tab = window.open("about:blank", "_blank");
      const { isOk, answer } = await post({ way: "sso" });
      if (isOk && answer.goTo && tab) tab.location.href = answer.goTo;
      else {
        tab?.close();
        setError(answer.message ?? "The browser did not open the page of single sign-on. Allow it, then try again.");
      }
    },
    async prove() {
      if (!isNeeded || standing?.isProved) return true;
      setError(null);
      const fields: Record<string, string> | null =
        field === "password"
          ? { way: "password", password: typed }
          : field === "code"
            ? { way: "code", code: typed }
            : standing?.isDemo
              ? { way: "press" }
              : null;
      if (!fields) {
        setError("Confirm that it is you first, by one of the ways above.");
        await look();
        return false;
      }
      const { isOk, answer } = await post(fields);
      type("");
      if (!isOk) setError(answer.message ?? offline);
      await look();
      return isOk;
    },
  };
}

export function LockProofStep({ proof }: { proof: LockProof }) {
  const { standing, field, typed, type, error, note } = proof;
  if (!standing || standing.isProved) return null;
  const { takesCode, ssoName, isDemo } = standing;
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-bold">Confirm that it is you</legend>
      {isDemo && field === null && <p className="text-muted">This is the demo: locking confirms it.</p>}
      {field && (
        <TextField
          label={field === "password" ? "Your password" : "Code from the mail"}
          type={field === "password" ? "password" : "text"}
          autoComplete={field === "password" ? "current-password" : "one-time-code"}
          inputMode={field === "code" ? "numeric" : undefined}
          value={typed}
          error={error}
          onChange={(event) => type(event.target.value)}
        />
      )}
      {!field && error && (
        <p role="alert" className="text-red">
          {error}
        </p>
      )}
      {note && <p className="text-muted">{note}</p>}
      <p className="flex flex-wrap gap-2">
        {takesCode && !isDemo && (
          <Button onClick={proof.askCode}>{field === "code" ? "Mail me another code" : "Mail me a code"}</Button>
        )}
        {ssoName && <Button onClick={proof.openSso}>{`Confirm with ${ssoName}`}</Button>}
      </p>
    </fieldset>
  );
}
