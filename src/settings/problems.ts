import { mapProblems, restsOnStageBefore, rowKey } from '../gates';
import { ownRowProblems } from './own-row-problems';
import type { NameOf, RowFault } from './own-row-problems';
import { ownershipProblems } from './ownership-problems';
import { pipelineProblems } from './pipeline-problems';
import type { Problem } from './problem';
import type { Settings } from './settings';

export type { Problem } from './problem';

/**
 * What is wrong with a well-formed document: names that nothing has, and things said twice.
 * @param projects how a project is named to people, by its id
 */
export function settingsProblems(settings: Settings, projects: NameOf = (id) => `The project ${id}`): Problem[] {
  return [
    ...repeated(
      settings.stages.map((stage) => stage.key),
      (n) => `stages.${n}.key`,
      'Another stage has this key.',
    ),
    ...repeated(settings.tiers.map(plain), (n) => `tiers.${n}`, 'This customer tier is listed twice.'),
    ...settings.tiers.flatMap((tier, n) =>
      plain(tier) === 'any'
        ? [{ path: `tiers.${n}`, message: 'A tier cannot be called "any": rows use that word for every tier.' }]
        : [],
    ),
    ...repeated(
      settings.deferrals.reasons.map(({ key }) => key),
      (n) => `deferrals.reasons.${n}.key`,
      'Another class of reasons has this key.',
    ),
    ...repeated(
      settings.gates.overrides.reasons.map(({ key }) => key),
      (n) => `gates.overrides.reasons.${n}.key`,
      'Another class of reasons has this key.',
    ),
    ...sharedTypes(settings),
    ...rows(settings, projects),
    ...watchedStages(settings),
    ...modes(settings),
    ...pipelineProblems(settings),
    ...ownershipProblems(settings.ownership),
    ...mapProblems(settings.transitionMap, settings.stages).map(({ path, message }) => ({
      path: `transitionMap.${path}`,
      message,
    })),
  ];
}

function rows(settings: Settings, projects: NameOf): Problem[] {
  const { rows: site, byProject } = settings.gates;
  return [
    ...rowFaults(settings, site).map(({ path, because, advice }) => ({
      path: `gates.rows.${path}`,
      message: advice === '' ? because : `${because} ${advice}`,
    })),
    ...Object.entries(byProject).flatMap(([id, { rows: own }]) =>
      ownRowProblems({ id, name: projects(id), stages: settings.stages }, own, rowFaults(settings, own)),
    ),
  ];
}

/** By the place of the row in the list. */
function rowFaults(settings: Settings, all: Settings['gates']['rows']): RowFault[] {
  return [
    ...all.flatMap((row, n) => [
      ...stageFaults(settings, row.stage).map((fault) => ({ path: `${n}.stage`, ...fault })),
      ...(row.rule !== 'open-defects' || row.tier === 'any' || settings.tiers.includes(row.tier)
        ? []
        : [
            {
              path: `${n}.tier`,
              because: `There is no customer tier "${row.tier}".`,
              advice: 'Add it to the tiers, or choose another.',
            },
          ]),
      ...('releaseAt' in row && row.releaseAt !== null && row.releaseAt > row.most
        ? [
            {
              path: `${n}.releaseAt`,
              because: `It holds above ${row.most}, so it opens again at ${row.most} or fewer.`,
              advice: '',
            },
          ]
        : []),
    ]),
    ...all.flatMap((row, n) =>
      restsOnStageBefore(row.rule) && settings.stages[0]?.key === row.stage
        ? [
            {
              path: `${n}.stage`,
              because: 'It asks what happened in the stage before, and there is none.',
              advice: 'Choose a later stage.',
            },
          ]
        : [],
    ),
    ...repeated(all.map(rowKey), (n) => String(n), 'Another row says the same.').map(({ path, message }) => ({
      ...{ path, because: message, advice: '' },
    })),
  ];
}

/** Stages whose dark deployments are watched may have no gate: what is seen in them holds the gates of later ones. */
function watchedStages({ gates, stages }: Settings): Problem[] {
  return (gates.stopTheLine.stages ?? []).flatMap((key, n) =>
    stages.some((stage) => stage.key === key)
      ? []
      : [{ path: `gates.stopTheLine.stages.${n}`, message: `There is no stage "${key}". Choose one of the stages.` }],
  );
}

function modes(settings: Settings): Problem[] {
  return Object.entries(settings.projects).flatMap(([project, stages]) =>
    Object.keys(stages).flatMap((key) => stage(settings, key, `projects.${project}.${key}`)),
  );
}

function stage(settings: Settings, key: string, path: string): Problem[] {
  return stageFaults(settings, key).map(({ because, advice }) => ({ path, message: `${because} ${advice}` }));
}

function stageFaults(settings: Settings, key: string): Omit<RowFault, 'path'>[] {
  const found = settings.stages.find((candidate) => candidate.key === key);
  if (found === undefined) return [{ because: `There is no stage "${key}".`, advice: 'Choose one of the stages.' }];
  return found.gated ? [] : [{ because: `The stage "${found.name}" has no gate.`, advice: 'Give it one, or remove this.' }];
}

function sharedTypes({ defectTypes, releaseTypes }: Settings): Problem[] {
  return releaseTypes.flatMap((name, n) =>
    defectTypes.some((other) => plain(other) === plain(name))
      ? [{ path: `releaseTypes.${n}`, message: `"${name}" is a defect already; a work type cannot be both.` }]
      : [],
  );
}

function repeated(keys: readonly string[], path: (n: number) => string, message: string): Problem[] {
  return keys.flatMap((key, n) => (keys.indexOf(key) < n ? [{ path: path(n), message }] : []));
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
