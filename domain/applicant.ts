// An applicant's file: the facts an export holds. Protected columns (self-identification, gender, date of birth,
// citizenship) have no field here on purpose: they are dropped at import, or kept apart from all of this for the equity check
// (domain/equity-facts).
import { z } from "zod";
import { clinicalKinds } from "./clinical-experience";
import { idSchema, monthSchema, nameSchema } from "./schemas";
import { timelineKinds } from "./timeline";

const text = z.string().trim().max(2000);
/** Where something can be read again: an address, or words that say where to look. */
const source = text.max(500);

export const visaNeeds = ["none", "needed", "j1", "h1b"] as const;
export const schoolTypes = ["US MD", "US DO", "International"] as const;

export const timelineEntrySchema = z
  .object({
    kind: z.enum(timelineKinds),
    from: monthSchema,
    to: monthSchema.optional(),
    what: text.min(1).max(200),
    explanation: text.max(500).optional(),
  })
  .refine(({ from, to }) => to === undefined || from <= to, { path: ["to"] });
export const clinicalExperienceSchema = z.object({ kind: z.enum(clinicalKinds), months: z.number().min(0).max(600) });
export const letterSchema = z.object({
  writer: text.min(1).max(200),
  /** How the writer knows the applicant. */
  relation: text.max(200).optional(),
  source: source.optional(),
});
export const fitSignalSchema = z.object({ what: text.min(1).max(500), source: source.optional() });

/** All facts are optional but the name: a missing value is missing, never zero or "no". */
export const applicantFactsSchema = z.object({
  /** As it is read out and exported: `Last, First`. */
  name: nameSchema(200),
  /** Eight digits, as text; R3 matches on it. */
  aamcId: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  /** `N` and seven digits. */
  nrmpId: z
    .string()
    .regex(/^N\d{7}$/)
    .optional(),
  email: text.max(320).optional(),
  school: text.max(300).optional(),
  schoolType: z.enum(schoolTypes).optional(),
  schoolCountry: text.max(100).optional(),
  degree: text.max(50).optional(),
  /** ISO month, `2027-05`. */
  graduation: monthSchema.optional(),
  /** Attempts in order, as the export words them: `["Fail", "Pass"]`. */
  step1: z.array(text.max(20)).max(10).optional(),
  /** Best attempt last; each 1 to 300. */
  step2: z.array(z.number().int().min(1).max(300)).max(10).optional(),
  step3: z.array(text.max(20)).max(10).optional(),
  /** COMLEX-USA Level 2 CE, 9 to 999. */
  comlex2: z.array(z.number().int().min(9).max(999)).max(10).optional(),
  interrupted: z.boolean().optional(),
  interruptedWhy: text.optional(),
  /** Sponsorship. Seen by PD, associate PD and coordinator only (SEE-2). */
  visa: z.enum(visaNeeds).optional(),
  ecfmgCertified: z.boolean().optional(),
  usGraduate: z.boolean().optional(),
  couple: z.boolean().optional(),
  couplePartner: text.max(200).optional(),
  usClinicalMonths: z.number().min(0).max(600).optional(),
  signal: z.enum(["gold", "silver", "signal"]).optional(),
  /** ISO date, `2026-12-25`. */
  interviewDate: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  interviewScore: z.number().min(0).max(1000).optional(),
  tracks: z.array(text.max(200)).max(20).optional(),
  /** What was done since, and before, medical school; gaps are worked out from it (domain/timeline). */
  timeline: z.array(timelineEntrySchema).max(40).optional(),
  /** Why an examination took more than one attempt. */
  examExplanation: text.max(500).optional(),
  /** By kind; an empty list says that there was none. `usClinicalMonths` is the total that an export states. */
  clinicalExperience: z.array(clinicalExperienceSchema).max(20).optional(),
  letters: z.array(letterSchema).max(10).optional(),
  /** What speaks for this program and this applicant fitting each other, as the application says it. */
  fitSignals: z.array(fitSignalSchema).max(20).optional(),
});
export type ApplicantFacts = z.infer<typeof applicantFactsSchema>;

/** What those who prepare write into a file by hand; the rest is the export's. */
export const handFactsSchema = applicantFactsSchema.pick({
  timeline: true,
  clinicalExperience: true,
  letters: true,
  fitSignals: true,
  interruptedWhy: true,
  examExplanation: true,
});
export type HandFacts = z.infer<typeof handFactsSchema>;

export const applicantSchema = applicantFactsSchema.extend({ id: idSchema, withdrawn: z.boolean() });
export type Applicant = z.infer<typeof applicantSchema>;
