// The gate before pages that need a person: who is not signed in is sent to sign in, and back afterwards. Server only.
import { type AppLoadContext, redirect } from "@remix-run/node";
import type { SignedInPerson } from "../../server/load-context";
import { returnPath, withReturn } from "./return-path";

export function requirePerson(request: Request, context: AppLoadContext): SignedInPerson {
  if (context.person) return context.person;
  const { pathname, search } = new URL(request.url);
  // After a form the same address need not be a page; the home page always is.
  const to = request.method === "GET" ? returnPath(`${pathname}${search}`) : "/";
  throw redirect(withReturn("/sign-in", to));
}
