// `/seasons/:seasonId/import`: a file to bring in, my imports of the season, and its photos.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChooseFile } from "../import/choose-file";
import { ImportList } from "../import/import-list";
import { OthersImports } from "../import/others-imports";
import { PhotosPanel } from "../import/photos-panel";
import { allowed, refused, told } from "../programs/answer";
import { readForm, readUploadForm, textOf } from "../read-form";
import { requirePerson } from "../sign-in/require-person";
import { Page } from "../ui/page";

const maxBytes = 20 * 1024 * 1024;

export const meta: MetaFunction = () => [{ title: "Import files · Rank Room" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = requirePerson(request, context);
  const { start } = told(await context.imports.start(params.seasonId ?? "", person.id));
  return { person, start };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = requirePerson(request, context);
  const seasonId = params.seasonId ?? "";
  // Asked first: nobody else's megabytes are read.
  told(await context.imports.mayUpload(seasonId, person.id));
  const isMultipart = request.headers.get("Content-Type")?.startsWith("multipart/form-data") ?? false;
  const read = isMultipart
    ? await readUploadForm(request, { maxBytes })
    : { form: await readForm(request), file: null };
  const file = read.file ?? { name: "", bytes: new Uint8Array() };
  switch (textOf(read.form, "intent")) {
    case "showPhotos": {
      const shown = textOf(read.form, "shown");
      const done = allowed(await context.imports.showPhotos(seasonId, person.id, { shown }));
      return done.ok ? null : refused(done);
    }
    case "undoOthers": {
      const importId = textOf(read.form, "importId");
      const done = allowed(await context.imports.undoOthers(seasonId, person.id, { importId }));
      return done.ok ? done : refused(done);
    }
    case "upload": {
      const kind = textOf(read.form, "kind");
      const uploaded = allowed(await context.imports.upload(seasonId, person.id, file, kind));
      if (!uploaded.ok) return refused(uploaded);
      throw redirect(`/seasons/${seasonId}/import/${uploaded.importId}`);
    }
    default:
      throw data(null, { status: 400 });
  }
}

export default function SeasonImport() {
  const { person, start } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer && !answer.ok ? answer : null;
  const { season, imports, others, photos } = start;
  return (
    <Page
      title="Import files"
      person={person}
      under={{ to: `/seasons/${season.id}`, label: `Season ${season.matchYear}, ${season.programCode}` }}
    >
      <ChooseFile refusal={refusal} />
      <ImportList seasonId={season.id} imports={imports} />
      <OthersImports imports={others} />
      <PhotosPanel seasonId={season.id} photos={photos} />
    </Page>
  );
}
