import type { z } from 'zod';
import { severitySchema } from '../../../../src/contracts/screen';

export type Severity = z.infer<typeof severitySchema>;

/** Worst first. */
export const severities = severitySchema.options;

/** What people call a severity; the field's standard words. */
export const severityNames: Record<Severity, string> = { S1: 'blocker', S2: 'critical', S3: 'major', S4: 'minor' };
