/**
 * What docs/platform.md calls unconfirmed is a switch: the gate's tests pass with it on and off.
 * `GET /sandbox/switches` lists them, `POST /sandbox/switches` sets some.
 */
export interface Switches {
  /** What a member that a JSON object does not have gives in a Jira expression. */
  missingMapKey: 'null' | 'error';
  /** What Jira does with a transition whose function validator throws or times out. */
  validatorFailure: 'block' | 'pass';
  /** Milliseconds by which JQL search lags behind writes (eventual consistency). */
  searchLag: number;
  /** Whether a change made as the user through the app counts as the app's own for `filter.ignoreSelf`. */
  ignoreSelfCoversAsUser: boolean;
  /** Name under which a rule's saved configuration reaches its configuration page in `extension` for conditions. */
  conditionConfigName: 'conditionConfig' | 'config';
  /** How the database hands out JSON columns (TiDB may give objects, MariaDB gives text). */
  sqlJson: 'text' | 'object';
  /** What Jira has against a change of a workflow: nothing, a warning or an error that its check names, or what the update alone refuses. */
  workflowUpdate: 'take' | 'warn' | 'refuse' | 'refuse-unchecked';
  /** Points of the REST API's hourly budget. */
  pointsPerHour: number;
  /** Whether Forge SQL keeps to its rates; how it answers is unconfirmed. */
  sqlRates: boolean;
  /** The same for the key-value store. */
  kvsRates: boolean;
}

export const defaultSwitches: Readonly<Switches> = {
  missingMapKey: 'null',
  validatorFailure: 'block',
  searchLag: 500,
  ignoreSelfCoversAsUser: false,
  conditionConfigName: 'conditionConfig',
  sqlJson: 'text',
  workflowUpdate: 'take',
  pointsPerHour: 65_000,
  sqlRates: true,
  kvsRates: true,
};
