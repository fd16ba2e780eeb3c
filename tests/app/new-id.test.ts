import { expect, test } from "vitest";
import { newId } from "../../app/meeting-store/new-id";
import { idSchema } from "../../domain/schemas";

test("[IDEM-1] a command's id is a UUID, and no two are the same", () => {
  const ids = Array.from({ length: 1000 }, newId);
  for (const id of ids) expect(idSchema.safeParse(id).success, id).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});
