// Every program of the installation, for an administrator, and the form for a new one.
import { Form, Link, useNavigation } from "@remix-run/react";
import ChevronRight from "lucide-react/icons/chevron-right";
import type { ProgramLine, ProgramRefusal } from "../../server/load-context";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { EmptyState } from "../ui/notice-panel";
import { Panel } from "../ui/panel";

export function AllPrograms({ programs, refusal }: { programs: ProgramLine[]; refusal: ProgramRefusal | null }) {
  const isBusy = useNavigation().state !== "idle";
  return (
    <>
      {programs.length === 0 && (
        <EmptyState title="No programs yet">
          Make one below, then put its program director on its roster: they do the rest.
        </EmptyState>
      )}
      <ul className="flex flex-col gap-2">
        {programs.map(({ id, name, peopleCount, codes }) => (
          <li key={id}>
            <Link
              to={`/programs/${id}`}
              className="flex items-center gap-4 rounded-md border border-hairline bg-surface p-4 hover:border-control"
            >
              <div className="grid min-w-0 flex-1 gap-x-4 gap-y-1 md:grid-cols-[minmax(0,1fr)_14rem_6rem]">
                <p className="font-bold">{name}</p>
                <p className="tabular">{codes.length > 0 ? codes.join(", ") : "No track yet"}</p>
                <p className="tabular">{peopleCount === 1 ? "1 person" : `${peopleCount} people`}</p>
              </div>
              <ChevronRight size={18} className="shrink-0 text-muted" aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
      <Panel title="New program">
        <Form method="post" noValidate className="flex w-full max-w-120 flex-col items-start gap-4">
          <TextField
            label="Name"
            name="name"
            autoComplete="off"
            required
            className="w-full"
            error={refusal?.field === "name" ? refusal.message : null}
            hint="As people call it: the specialty, and the hospital if there are several."
          />
          <Button type="submit" variant="primary" isBusy={isBusy}>
            Make the program
          </Button>
        </Form>
      </Panel>
    </>
  );
}
