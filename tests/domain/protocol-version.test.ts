// What goes over the wire, as one hash. An old page that is still open must be told to reload when the wire changes, so the
// hash is recorded beside the version it belongs to, and this test fails when one changes without the other.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { z } from "zod";
import { memberCommandSchema } from "../../domain/commands";
import { eventBodySchema } from "../../domain/events";
import { PROTOCOL_VERSION } from "../../domain/protocol";

const recorded = {
  version: 9,
  hash: "5c4a1100bb8c5e4649fa7f9ab5b8b41c2ac0e0fa4eb1e3ad435a3c64686ba492",
};

/** Files whose types are sent as they are: the messages, and the state that `join` answers with. */
const wireTypes = ["protocol", "meeting", "marks", "member", "zone"];

const schemaText = (schema: z.ZodType): string =>
  JSON.stringify(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));

/** The type declarations of a file of the core, without comments and layout. */
function typesOf(name: string): string {
  const text = readFileSync(new URL(`../../domain/${name}.ts`, import.meta.url), "utf8");
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
  const printer = ts.createPrinter({ removeComments: true });
  return source.statements
    .filter((statement) => ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
    .map((statement) => printer.printNode(ts.EmitHint.Unspecified, statement, source).replace(/\s+/g, ""))
    .join("\n");
}

test("the wire does not change without PROTOCOL_VERSION", () => {
  const wire = [schemaText(eventBodySchema), schemaText(memberCommandSchema), ...wireTypes.map(typesOf)].join("\n");
  const hash = createHash("sha256").update(wire).digest("hex");
  expect(
    { version: PROTOCOL_VERSION, hash },
    `What is sent over the sockets has changed. Raise PROTOCOL_VERSION in domain/protocol.ts, and record it here with the new hash ${hash}. ` +
      "See docs/protocol.md, “Versions”, for the few changes that need the hash alone.",
  ).toEqual(recorded);
});
