import type { BridgeView } from '../../../src/contracts/bridge';
import { sampleReleases } from './sample-project';
import type { Scenario } from './sample-project';

export const sampleTrainId = '5a7e1d2c-8f34-4b0e-9c6a-2d1f0b7e4a11';

function glance(scenario: Scenario, now: string) {
  const { releases } = sampleReleases(scenario, now);
  const stages = releases[0]?.stages ?? [];
  return {
    ...{ id: sampleTrainId, name: 'Autumn', members: 3 },
    stages: stages.map(({ stage, state }) => ({
      ...{ stage, state },
      sentence:
        state === 'open'
          ? `Autumn may enter ${stage.name.toLowerCase()}: all 3 of its releases are open.`
          : `Autumn may not enter ${stage.name.toLowerCase()}: 1 of its 3 releases is held.`,
    })),
  };
}

/** `project.html?at=/releases`; without defects there is no train. */
export function sampleTrains(scenario: Scenario, now: string): BridgeView<'trains'> {
  return { trains: scenario.defects > 0 ? [glance(scenario, now)] : [], mayForm: true };
}

/** `project.html?at=/trains/5a7e1d2c-8f34-4b0e-9c6a-2d1f0b7e4a11` */
export function sampleTrain(scenario: Scenario, now: string): BridgeView<'train'> {
  const { project, releases } = sampleReleases(scenario, now);
  const other = { id: '10001', key: 'PAY', name: 'Payments' };
  return {
    ...glance(scenario, now),
    ...{ now, state: 'running', query: null, changedAt: now, hidden: 1, gone: [], mayChange: true },
    releases: releases.slice(0, 2).map(({ version, stages, daysLeft }, n) => ({
      ...{ version, stages, daysLeft },
      project: n === 0 ? project : other,
    })),
  };
}

export function sampleTrainChoices(scenario: Scenario, now: string): BridgeView<'trainChoices'> {
  const { project, releases } = sampleReleases(scenario, now);
  return { projects: [{ ...project, versions: releases.map(({ version }) => version) }] };
}
