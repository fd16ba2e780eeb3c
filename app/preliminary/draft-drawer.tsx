// One applicant beside the preliminary list: the meeting's own drawer, with the checks in the place of the voices.

import { ApplicantDrawer } from "../meeting/drawer/applicant-drawer";
import type { FileProps } from "../meeting/use-list-screen";
import { ChecksTab } from "./checks-tab";

export const DraftDrawer = (props: FileProps) => <ApplicantDrawer {...props} Checks={ChecksTab} />;
