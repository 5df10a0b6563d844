export type { Evidence, OpenDefect, Release } from './evidence';
export type { GatePolicy, OpenDefectsRow, SlaBreachedRow, Stage } from './policy';
export type { Condition } from './rules/rule';
export type { Unblock } from './unblock';
export { decideGate, decisive, fingerprint, publishedStage, verdictLife, type Verdict } from './verdict';
