export { adoptRevision, claimedSettings, claimRevision, parseSettings, readSettings } from './settings-store';
export type { StoredSettings } from './settings-store';
