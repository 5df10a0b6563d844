import type { Action, Analysis, AnalysisContent, Cause } from './analysis';
import { emptyAnalysis } from './analysis';
import type { AnalysisFacts } from './machine';

export const now = '2026-11-02T09:00:00.000Z';
export const empty: Analysis = emptyAnalysis('1', { id: '10', name: '4.1.0' });

/** A chain of answers; each rests on something. */
export const aCause = (...because: readonly string[]): Cause => ({
  levels: because.map((text) => ({ because: text, evidence: 'https://example.com/report' })),
});
export const anAction = (parts: Partial<Action> = {}): Action => ({
  ...{ what: 'Run the payment tests against the gateway of the bank', owner: 'dora', due: '2026-11-20' },
  ...{ check: 'No payment defect escapes from 4.3.0', checkOn: '2027-01-15' },
  ...parts,
});
export const complete: AnalysisContent = {
  causes: [aCause('The payment tests never ran against the real gateway', 'The pipeline has no account there')],
  actions: [anAction()],
};
export const aFact = (parts: Partial<AnalysisFacts> = {}): AnalysisFacts => ({
  ...{ now, who: 'ada', mayApprove: false, known: { found: 152, escaped: 14 } },
  ...parts,
});
