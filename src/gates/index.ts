export type { Evidence } from './evidence';
export type { GatePolicy, Stage } from './policy';
export { decideGate, decisive, fingerprint, publishedStage, verdictLife, type Verdict } from './verdict';
