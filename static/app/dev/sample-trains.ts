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
    ...{ now, state: 'running', query: null, lookup: null, changedAt: now, hidden: 1, gone: [], mayChange: true },
    next: {
      stage: 'Production',
      release: {
        name: `${project.key} ${releases[0]?.version.name ?? ''}`,
        versionId: releases[0]?.version.id ?? '',
        projectKey: project.key,
      },
      because: '2 open S1 defects, none allowed',
    },
    conditions: glance(scenario, now).stages.map(({ stage, state }) => ({
      ...{ stage, hidden: 1, unjudged: [] },
      conditions: releases.slice(0, 1).map(({ version }) => ({
        ...{ id: 'open-defects:S1:any', rule: 'open-defects', title: 'Open S1 defects', breach: 'holds' as const, hidden: 0 },
        ...{ state: state === 'open' ? ('met' as const) : ('breached' as const), sum: state === 'open' ? 0 : 2 },
        releases: [
          {
            ...{ name: `${project.key} ${version.name}`, versionId: version.id, projectKey: project.key },
            ...{ state: state === 'open' ? ('met' as const) : ('breached' as const), reason: '2 open S1 defects, none allowed' },
          },
        ],
      })),
    })),
    releases: releases.slice(0, 2).map(({ version, stages, daysLeft }, n) => ({
      ...{ version, stages, daysLeft },
      project: n === 0 ? project : other,
    })),
  };
}

/** Its score and its forecast. */
export function sampleTrainOutlook(scenario: Scenario, now: string): BridgeView<'trainOutlook'> {
  const { releases } = sampleReleases(scenario, now);
  const term = (
    name: 'gates' | 'targets' | 'forecast' | 'aging' | 'validated',
    title: string,
    points: number,
    weight: number,
  ) => ({
    ...{ name, title, points, weight, known: points > 0 },
    sentence: points > 0 ? 'PAY 1.0 has 40 %, SHOP 4.2.0 has 70 %.' : 'Nothing is deployed yet.',
  });
  return {
    score: {
      ...{ score: 46, unknown: 10 },
      terms: [
        term('gates', 'Conditions of the gates', 22, 40),
        term('targets', 'Resolution targets', 11, 20),
        term('forecast', 'Chance by the earliest release date', 8, 20),
        term('aging', 'Aging', 5, 10),
        term('validated', 'Validated where deployed', 0, 10),
      ],
    },
    forecast: {
      ...{ state: 'forecast', blockers: 7, untold: 1 },
      sentence: 'Autumn: 40 in 100 that its 7 blockers are closed by the release on 12 November; 85 in 100 by 24 November.',
      dates: [
        { chance: 0.5, day: '2026-11-14' },
        { chance: 0.85, day: '2026-11-24' },
        { chance: 0.95, day: null },
      ],
      marks: [{ what: 'release', day: '2026-11-12', release: 'SHOP 4.2.0', chance: 0.4 }],
      releases: releases.slice(0, 2).map(({ version }, n) => ({
        ...{ name: `SHOP ${version.name}`, blockers: 5 - n * 3, likely: '2026-11-20', last: 0.8 - n * 0.5 },
      })),
      restsOn: ['Each of the 2 releases has 10,000 runs over 121 days, drawn from the history of its own project.'],
    },
  };
}

export function sampleTrainScope(scenario: Scenario, now: string): BridgeView<'trainScope'> {
  const { project, releases } = sampleReleases(scenario, now);
  return {
    sentence: '1 of 2 releases holds more than can be finished, SHOP 4.2.0 the most: 7 issues too much; 1 is not in it.',
    rows: releases.slice(0, 2).map(({ version }, n) => ({
      ...{ name: `SHOP ${version.name}`, versionId: version.id, projectKey: project.key, unit: 'issues', planned: 40 - n * 20 },
      ...{ capacity: 33, excess: n === 0 ? 7 : 0, budget: { size: 12, left: 4, over: 0 } },
      sentence:
        n === 0 ? `${version.name} holds 7 issues more than can be finished.` : `${version.name} fits: 20 issues planned.`,
    })),
    sums: [{ unit: 'issues', releases: 2, planned: 60, capacity: 66, excess: 7, budget: 24, left: 8, over: 0 }],
    untold: 1,
  };
}

export function sampleTrainChoices(scenario: Scenario, now: string): BridgeView<'trainChoices'> {
  const { project, releases } = sampleReleases(scenario, now);
  return { projects: [{ ...project, versions: releases.map(({ version }) => version) }] };
}
