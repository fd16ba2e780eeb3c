// What is asked at a meeting's door, by a device that wants in and by those inside. Apart from the words (joining.ts), so that
// the browser's bundle does not carry zod.
import { z } from "zod";
import { SENTENCE_MAX } from "./commands";
import { SEATS_MAX } from "./joining";
import { idSchema, lineSchema } from "./schemas";

export const joinIntentSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("passcode"), passcode: z.string().max(40) }),
  z.object({ intent: z.literal("name"), personId: idSchema }),
  z.object({ intent: z.literal("continueHere") }),
  z.object({ intent: z.literal("pledge"), pledged: z.literal("yes").optional() }),
  /** Another name; whoever waits leaves the queue. */
  z.object({ intent: z.literal("startOver") }),
  z.object({ intent: z.literal("askAgain") }),
]);
export type JoinIntent = z.infer<typeof joinIntentSchema>;

const optionalLine = z.preprocess(
  (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
  lineSchema(SENTENCE_MAX).optional(),
);

/** `showCode` opens a door that is closed; `letMineIn`, `refuseMine`: a member's own word about another device under their name. */
export const doorCommandSchema = z.discriminatedUnion("act", [
  z.object({ act: z.literal("showCode") }),
  z.object({ act: z.literal("renewCode") }),
  z.object({ act: z.literal("endCode") }),
  z.object({ act: z.literal("changeSeats"), seats: z.coerce.number().int().min(1).max(SEATS_MAX) }),
  z.object({ act: z.literal("admit"), requestId: idSchema }),
  z.object({ act: z.literal("admitAll") }),
  z.object({ act: z.literal("refuse"), requestId: idSchema, sentence: optionalLine }),
  z.object({ act: z.literal("letMineIn") }),
  z.object({ act: z.literal("refuseMine") }),
]);
export type DoorCommand = z.infer<typeof doorCommandSchema>;
