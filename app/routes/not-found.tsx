// Every address that is nothing else.
import { data } from "@remix-run/node";

export const loader = () => {
  throw data(null, { status: 404 });
};

export const action = loader;

/** Never rendered; a route without a component would answer without a page. */
export default function NotFound() {
  return null;
}
