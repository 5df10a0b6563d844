import type { TrainGlance, TrainMemberView, TrainView } from '../../contracts/trains';
import type { StoredProject, StoredVersion } from '../../defects/shell';
import { trainSentence, worstOf } from '../../gates';
import type { Train } from '../../gates';
import type { StoredVerdict } from '../../gates/shell';
import type { Instant } from '../../kernel/instant';
import { gatedStages } from '../../settings';
import type { StoredSettings } from '../../settings/shell';
import { nextFor, stageConditions } from './conditions';
import type { JudgedMember } from './conditions';
import { stageSummary, summarised } from '../stage-summary';
import { daysLeft, versionView } from '../version-view';

export interface TrainFacts {
  readonly train: Train;
  /** Of every member, whether the viewer may see it or not; a member that was deleted is missing. */
  readonly versions: ReadonlyMap<string, StoredVersion>;
  readonly verdicts: readonly StoredVerdict[];
  readonly settings: StoredSettings;
  readonly now: Instant;
}

/** The worst of its members for each stage. What holds is counted; which release it is stands with those that the viewer may see. */
export function trainGlance({ train, verdicts, settings, now }: TrainFacts): TrainGlance {
  const stages = settings.kind === 'ok' ? gatedStages(settings.settings) : [];
  return {
    ...{ id: train.id, name: train.name, members: train.members.length },
    stages: stages.map((stage) => {
      const worst = worstOf(
        train.members.map(({ versionId }) => {
          const stored = verdicts.find((one) => one.versionId === versionId && one.verdict.stage.key === stage.key);
          return stageSummary(stage, 'enforce', stored, now).state;
        }),
      );
      return { stage, state: worst.state, sentence: trainSentence(train.name, stage.name, worst) };
    }),
  };
}

/** @param projects those of its members that the viewer may see, by id */
export function trainView(
  facts: TrainFacts,
  projects: ReadonlyMap<string, StoredProject>,
  { mayChange, lookup }: Pick<TrainView, 'mayChange' | 'lookup'>,
): TrainView {
  const { train, versions, verdicts, settings, now } = facts;
  const releases = train.members.flatMap(({ projectId, versionId }): TrainMemberView[] => {
    const [project, version] = [projects.get(projectId), versions.get(versionId)];
    if (project === undefined || version === undefined) return [];
    const { id, key, name } = project;
    const own = verdicts.filter((one) => one.versionId === versionId);
    const stages = summarised(settings, id, own, now);
    return [{ project: { id, key, name }, version: versionView(version), daysLeft: daysLeft(version, now), stages }];
  });
  const stages = settings.kind === 'ok' ? gatedStages(settings.settings) : [];
  const judged = train.members.map(({ projectId, versionId }): JudgedMember => {
    const [project, version] = [projects.get(projectId), versions.get(versionId)];
    const own = verdicts.filter((one) => one.versionId === versionId);
    const name = project === undefined || version === undefined ? null : `${project.key} ${version.name}`;
    return { versionId, projectKey: project?.key ?? '', name, verdicts: own };
  });
  const seen = (projectId: string) => projects.has(projectId);
  return {
    ...trainGlance(facts),
    ...{ now, state: train.state, query: train.query, mayChange, lookup },
    changedAt: train.events.at(-1)?.at ?? now,
    releases: releases.sort((a, b) => badness(a) - badness(b)),
    conditions: stages.map((stage) => stageConditions(stage, judged, now)),
    next: train.state === 'running' ? nextFor(stages, judged, now) : null,
    hidden: train.members.filter(({ projectId }) => !seen(projectId)).length,
    gone: train.members.flatMap(({ projectId, versionId, name }) => (seen(projectId) && !versions.has(versionId) ? [name] : [])),
  };
}

/** The worst first: by the number of stages that are held, then not known. */
function badness({ stages }: TrainMemberView): number {
  const of = (state: TrainMemberView['stages'][number]['state']) => stages.filter((stage) => stage.state === state).length;
  return -(of('held') * 100 + of('unknown'));
}
