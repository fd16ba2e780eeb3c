// The season's photos: how many there are, and whether they are shown at all. They are off until the director says otherwise.
import { Form, useNavigation } from "@remix-run/react";
import type { SeasonPhotos } from "../../server/context/imports";
import { Button } from "../ui/button";
import { Panel } from "../ui/panel";

export function PhotosPanel({ seasonId, photos }: { seasonId: string; photos: SeasonPhotos }) {
  const { applicants, isShown, mayShow } = photos;
  const isBusy = useNavigation().formData?.get("intent") === "showPhotos";
  const count = applicants.length === 1 ? "1 applicant has a photo" : `${applicants.length} applicants have a photo`;
  return (
    <Panel title="Photos">
      <p>
        {count}. {isShown ? "They are shown here, and on no other screen." : "They are not shown on any screen."}
      </p>
      {isShown && applicants.length > 0 && (
        <ul className="grid w-full grid-cols-[repeat(auto-fill,minmax(6rem,1fr))] gap-3">
          {applicants.map(({ id, name }) => (
            <li key={id} className="text-meta">
              <img
                src={`/seasons/${seasonId}/applicants/${id}/photo`}
                alt=""
                loading="lazy"
                className="aspect-square w-full rounded-md border border-hairline object-cover"
              />
              {name}
            </li>
          ))}
        </ul>
      )}
      {mayShow && (
        <Form method="post">
          <input type="hidden" name="intent" value="showPhotos" />
          <input type="hidden" name="shown" value={isShown ? "no" : "yes"} />
          <Button type="submit" isBusy={isBusy}>
            {isShown ? "Hide photos" : "Show photos"}
          </Button>
        </Form>
      )}
    </Panel>
  );
}
