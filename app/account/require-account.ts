// The gate before pages about one's own account. Server only.
import type { AppLoadContext } from "@remix-run/node";
import type { AccountService, SignedInPerson } from "../../server/load-context";
import { requirePerson } from "../sign-in/require-person";

export function requireAccount(
  request: Request,
  context: AppLoadContext,
): { person: SignedInPerson; account: AccountService } {
  const person = requirePerson(request, context);
  if (!context.account) throw new Error("Somebody is signed in and has no account service.");
  return { person, account: context.account };
}
