// A place on the list told by its neighbours, and why somebody was put there: what a move is made of.
import { z } from "zod";
import { flagCategories, provenances } from "./marks";
import { idSchema, zoneSchema } from "./schemas";

const text = z.string().max(2000);

/**
 * A place between two neighbours. `after` is the applicant directly above, `before` the one directly below; null is an
 * edge of the zone. `after` is tried first, then `before`; both null means the end of the zone (ORD-4).
 */
export const anchorSchema = z.object({
  zone: zoneSchema,
  after: idSchema.nullable(),
  before: idSchema.nullable(),
});
export type Anchor = z.infer<typeof anchorSchema>;

export const moveReasonSchema = z.object({
  /** Required into red. */
  category: z.enum(flagCategories).optional(),
  /** Required into red as well. A move of long ago has none. */
  provenance: z.enum(provenances).optional(),
  sentence: text.optional(),
});
export type MoveReason = z.infer<typeof moveReasonSchema>;
