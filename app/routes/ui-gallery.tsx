// `/ui`: every piece of the one look, light and dark side by side. For developers; not there in production.
import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Gallery } from "../gallery/gallery";

export const meta: MetaFunction = () => [{ title: "Pieces · Rank Room" }];

export function loader({ context }: LoaderFunctionArgs) {
  if (context.isProduction) throw data(null, { status: 404 });
  return null;
}

export default Gallery;
