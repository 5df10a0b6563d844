import { openDefects } from './open-defects';
import type { Rule } from './rule';
import { slaBreached } from './sla-breached';

/** Every rule, in the order in which their conditions are shown. */
export const rules: readonly Rule[] = [openDefects, slaBreached];
