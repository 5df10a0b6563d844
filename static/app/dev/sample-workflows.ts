import type { SetupTransitionView, WorkflowSetupView } from '../../../src/contracts/workflow-setup';

const transition = (
  part: Partial<SetupTransitionView> & Pick<SetupTransitionView, 'id' | 'name' | 'to'>,
): SetupTransitionView => ({
  ...{ from: 'any status', words: 'is not guarded', locks: [], stage: null, hide: false, isOdd: false },
  ...{ deferral: false, freeze: false, map: false, offersGate: true, offersChecks: [], suggested: null },
  ...part,
});

export function sampleWorkflows(now: string): WorkflowSetupView {
  return {
    now,
    projects: [
      { id: '10000', key: 'SHOP', name: 'Shop' },
      { id: '10001', key: 'PAY', name: 'Payments' },
    ],
    project: { id: '10000', key: 'SHOP', name: 'Shop' },
    stages: [
      { key: 'staging', name: 'Staging' },
      { key: 'production', name: 'Production' },
    ],
    lack: null,
    workflows: [
      {
        ...{ id: 'w1', name: 'Release workflow', version: 3, obstacle: null },
        uses: 'The release tickets of Shop follow it.',
        shared: '2 other projects use it (Payments, 1 more): a change counts there too.',
        transitions: [
          transition({ id: '11', name: 'Start stabilisation', from: 'Planned', to: 'In stabilisation' }),
          transition({
            ...{ id: '21', name: 'Deploy to staging', from: 'In stabilisation', to: 'In staging', stage: 'staging' },
            ...{ words: 'stays visible, and refuses with the reason while the gate of Staging is held' },
            ...{ locks: ['published', 'decided'] },
            suggested: { stage: 'staging', checks: [], because: 'Its name says "Staging".' },
          }),
          transition({
            ...{ id: '31', name: 'Deploy to production', from: 'In staging', to: 'Released', isOdd: true },
            ...{ words: 'refuses everything: a rule has no stage', locks: ['decided'] },
            suggested: { stage: 'production', checks: [], because: 'Its name says "Production".' },
          }),
        ],
        last: {
          ...{ id: 'w1-1', at: now, who: null, isUndone: false },
          lines: [{ transition: 'Deploy to staging', to: 'In staging', now: 'is not guarded', then: 'stays visible' }],
        },
      },
    ],
  };
}
