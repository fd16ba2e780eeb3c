// Which facts a file of applicants has columns for: these are its to say, and nothing else is (IMPORT-4).
import { clinicalKinds } from "../../domain/clinical-experience";
import type { FileColumns } from "../../domain/commands";
import type { FactName } from "../../domain/import-plan";
import type { ApplicantField } from "./headers";

/** Columns that are a fact of another name, or none. */
const factOf: Partial<Record<ApplicantField, FactName | null>> = {
  firstName: "name",
  middleName: "name",
  lastName: "name",
  suffix: "name",
  withdrawn: null,
  status: null,
  handsOnInpatientMonths: "clinicalExperience",
  externshipMonths: "clinicalExperience",
  researchOnlyMonths: "clinicalExperience",
};

/** A field is null where its column is left out. */
export function factColumns(fields: readonly (ApplicantField | null)[]): FileColumns {
  const mapped = fields.flatMap((field) => {
    if (field === null) return [];
    const other = factOf[field];
    return other === null ? [] : [other ?? (field as FactName)];
  });
  return {
    mapped: [...new Set(mapped)],
    clinicalKinds: clinicalKinds.filter((kind) => fields.includes(`${kind}Months`)),
  };
}
