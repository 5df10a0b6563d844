import type { OwnershipSettings } from './config';

/** What holds until an admin says something else: the assignee owns a defect, else the project's lead, and nothing is escalated. */
export const defaultOwnership: OwnershipSettings = {
  ...{ calendars: [], rotas: [], defaultRota: null, absences: [], releaseManagers: [] },
  ...{ zone: 'UTC', digest: false },
};
