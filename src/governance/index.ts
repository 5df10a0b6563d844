export { dueAt } from './sla';
export type { SlaTargetDays } from './sla';
