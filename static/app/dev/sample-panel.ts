import type { BridgeView } from '../../../src/contracts/bridge';
import type { PanelView } from '../../../src/contracts/panel';
import { sampleReleases, type Scenario } from './sample-project';

/** @param kind of the issue, from the address: `?kind=release-ticket` */
export function samplePanel(scenario: Scenario, now: string, kind: string | null): BridgeView<'panel'> {
  const { store, releases } = sampleReleases(scenario, now);
  if (kind === 'other') return { kind: 'other', now, workTypes: ['Bug', 'Release'] };
  if (kind === 'release-ticket') return { kind: 'release-ticket', now, store, releases: releases.slice(1, 2), revision: 'r1' };
  const held: Extract<PanelView, { kind: 'defect' }>['releases'] = releases.slice(1, 2).map(({ version, stages }) => ({
    version,
    stages: stages.map((stage) => ({
      ...stage,
      because:
        stage.state === 'held' ? ['It is 1 of 4 open S1 defects; none is allowed.', 'It is past its resolution target.'] : [],
    })),
  }));
  const dueAt = new Date(Date.parse(now) - 3 * 86_400_000).toISOString();
  return {
    kind: 'defect',
    now,
    store,
    severity: 'S1',
    tier: 'enterprise',
    open: true,
    dueAt,
    overdue: true,
    releases: held,
    revision: 'r1',
  };
}
