// Adding somebody, changing their name or role, removing them with a reason.

import { type Role, roleWords } from "../../domain/member";
import type { RosterLine } from "../../server/load-context";
import { AskDialog, type ErrorOf } from "../programs/ask-dialog";
import { SelectField, TextField } from "../ui/field";
import { SentenceArea } from "../ui/sentence-area";

const roleHints: Record<Role, string> = {
  pd: "Decides. The lock is theirs alone.",
  associatePd: "Host beside the program director in everything but the lock.",
  coordinator: "Prepares: imports, withdrawals, files. Does not endorse, and never certifies.",
  chief: "Moves, endorses and flags.",
  faculty: "Moves, endorses and flags.",
  observer: "Reads only.",
};

const RoleField = ({ roles, role, errorOf }: { roles: readonly Role[]; role: Role | undefined; errorOf: ErrorOf }) => (
  <SelectField
    label="Role"
    name="role"
    defaultValue={role ?? (roles.includes("faculty") ? "faculty" : roles[0])}
    error={errorOf("role")}
  >
    {roles.map((each) => (
      <option key={each} value={each}>
        {roleWords[each]}: {roleHints[each]}
      </option>
    ))}
  </SelectField>
);

interface AddDialogProps {
  roles: readonly Role[];
  /** Who was on the roster before. */
  person: RosterLine | null;
  onClose: () => void;
}

export const AddDialog = ({ roles, person, onClose }: AddDialogProps) => (
  <AskDialog
    title={person ? `Put ${person.name} back on the roster` : "Add a person"}
    description="They become a member of the program's meetings at once, and can be invited next."
    intent="add"
    hidden={person ? { email: person.email } : {}}
    submitLabel={person ? "Put back" : "Add"}
    done={person ? `${person.name} is back on the roster.` : "Added to the roster."}
    fields={["name", "role", ...(person ? [] : ["email"])]}
    onClose={onClose}
  >
    {(errorOf) => (
      <>
        <TextField
          label="Name"
          name="name"
          autoComplete="off"
          defaultValue={person?.name}
          hint="As it stands beside what they sign."
          error={errorOf("name")}
        />
        {!person && (
          <TextField
            label="E-mail address"
            name="email"
            type="email"
            inputMode="email"
            autoComplete="off"
            hint="They sign in with it."
            error={errorOf("email")}
          />
        )}
        <RoleField roles={roles} role={person?.role} errorOf={errorOf} />
      </>
    )}
  </AskDialog>
);

export const ChangeDialog = ({ person, onClose }: { person: RosterLine; onClose: () => void }) => (
  <AskDialog
    title={person.name}
    description={person.email}
    intent="change"
    hidden={{ memberId: person.id }}
    submitLabel="Save"
    done="Saved. The program's meetings follow."
    fields={["name", "role"]}
    onClose={onClose}
  >
    {(errorOf) => (
      <>
        <TextField
          label="Name"
          name="name"
          autoComplete="off"
          defaultValue={person.name}
          hint="As it stands beside what they sign."
          error={errorOf("name")}
        />
        <RoleField roles={person.roles} role={person.role} errorOf={errorOf} />
      </>
    )}
  </AskDialog>
);

export const RemoveDialog = ({ person, onClose }: { person: RosterLine; onClose: () => void }) => (
  <AskDialog
    title={`Remove ${person.name}`}
    description="They are out of the program's meetings at once. What they signed stays, with their name."
    intent="remove"
    hidden={{ memberId: person.id }}
    submitLabel="Remove"
    variant="danger"
    done={`${person.name} is off the roster.`}
    fields={["reason"]}
    onClose={onClose}
  >
    {(errorOf) => (
      <SentenceArea
        isOfPerson={false}
        label="Why?"
        name="reason"
        maxLength={500}
        hint="Kept with the roster, and may be discoverable."
        error={errorOf("reason")}
      />
    )}
  </AskDialog>
);
