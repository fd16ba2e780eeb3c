// Takes back what was written, with a reason: it stays and is crossed out (FILE-5).

import { AskDialog } from "../programs/ask-dialog";
import { SentenceArea } from "../ui/sentence-area";

interface StrikeDialogProps {
  title: string;
  intent: "strikeQuestion" | "strikeContact";
  id: string;
  /** What is struck, in its own words. */
  about: string;
  onClose: () => void;
}

export const StrikeDialog = ({ title, intent, id, about, onClose }: StrikeDialogProps) => (
  <AskDialog
    title={title}
    description={about}
    intent={intent}
    hidden={{ id }}
    submitLabel="Strike"
    variant="danger"
    done="It was struck."
    fields={["reason"]}
    onClose={onClose}
  >
    {(errorOf) => (
      <SentenceArea
        label="Why?"
        name="reason"
        maxLength={500}
        error={errorOf("reason")}
        hint="It stays here, crossed out, with your name and this reason."
      />
    )}
  </AskDialog>
);
