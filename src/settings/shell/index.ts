export { accountIdsOf, eraseFromSettings, peopleInSettings, replacedIn } from './people-in-settings';
export { adoptRevision, claimedSettings, claimRevision, parseSettings, readSettings } from './settings-store';
export type { StoredSettings } from './settings-store';
