// An applicant's file: the facts an export holds. Protected columns (self-identification, gender, date of birth,
// citizenship) have no field here on purpose: they are dropped at import (DOMAIN, "Facts that decide behaviour").
import { z } from "zod";
import { idSchema } from "./schemas";

const text = z.string().trim().max(2000);

export const visaNeeds = ["none", "needed", "j1", "h1b"] as const;
export const schoolTypes = ["US MD", "US DO", "International"] as const;

/** All facts are optional but the name: a missing value is missing, never zero or "no". */
export const applicantFactsSchema = z.object({
  /** As it is read out and exported: `Last, First`. */
  name: text.min(1).max(200),
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
  graduation: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
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
});
export type ApplicantFacts = z.infer<typeof applicantFactsSchema>;

export const applicantSchema = applicantFactsSchema.extend({ id: idSchema, withdrawn: z.boolean() });
export type Applicant = z.infer<typeof applicantSchema>;
