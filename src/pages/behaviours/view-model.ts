import type { BehaviourCellView, BehavioursView } from '../../contracts/behaviours';
import { cellOf, liveIn, stageOf } from '../../environments';
import type { Deployment, SaidBehaviour, StageFacts } from '../../environments';
import type { Instant } from '../../kernel/instant';
import type { Settings } from '../../settings';

export interface BehaviourFacts {
  readonly stages: Settings['stages'];
  /** By keys of stages. */
  readonly said: Readonly<Record<string, SaidBehaviour>>;
  readonly facts: Readonly<Record<string, StageFacts>>;
  /** Of the project, newest first. */
  readonly deployments: readonly Deployment[];
  /** Account ids by pseudonym. */
  readonly people: ReadonlyMap<string, string>;
  readonly mayEdit: boolean;
  readonly now: Instant;
}

/** More builds than that stand in no stage that a person could tell apart. */
const mostBuilds = 5;

/** One cell for each stage of the settings, also where nothing was told. */
export function behavioursView({ stages, said, facts, deployments, people, mayEdit, now }: BehaviourFacts): BehavioursView {
  const cells = stages.map(({ key, name }): BehaviourCellView => {
    const deployed = deployedIn(key, stages, deployments);
    const [newest] = deployed;
    const standing = newest === undefined || deployed.length > 1 ? null : { at: newest.at, build: newest.build };
    const cell = cellOf(key, said[key] ?? null, facts[key] ?? null, standing);
    const { state, source, at, build, because, stale } = cell;
    return {
      ...{ stage: { key, name }, state, source, at, build, because, stale },
      said: cell.said === null ? null : sayable(cell.said, people),
      deployed: [...new Set(deployed.flatMap((one) => one.build ?? one.version ?? []))].slice(0, mostBuilds),
    };
  });
  return { now, mayEdit, cells };
}

/** What stands in the environments of a stage, the newest first. */
function deployedIn(key: string, stages: Settings['stages'], deployments: readonly Deployment[]): Deployment[] {
  const environments = [...new Set(deployments.map(({ environment }) => environment))];
  return environments
    .filter((environment) => stageOf(environment, stages)?.key === key)
    .flatMap((environment) => liveIn(deployments, environment))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

function sayable(word: SaidBehaviour, people: ReadonlyMap<string, string>): NonNullable<BehaviourCellView['said']> {
  const { state, build, note, at, by } = word;
  return { state, build, note, at, accountId: people.get(by) ?? null };
}
