export { beginChange, happened, settled, undoOf, withOutcome, workflowActs, workflowStates } from './machine';
export type { WorkflowChange, WorkflowEvent } from './machine';
export { obstacle, propose } from './proposal';
export type { ChangeLine, SetupWorkflow } from './proposal';
export { standingOf, standingWords } from './standing';
export { suggestDeferral, suggestStages } from './suggest';
export type { TransitionWish } from './wish';
