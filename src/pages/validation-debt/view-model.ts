import type { ValidationDebtView } from '../../contracts/validation-debt';
import type { StoredDefect } from '../../defects/shell';
import { liveIn, stageOf, validationDebt } from '../../environments';
import type { BehaviourCell, Deployment, ValidationDebt } from '../../environments';
import type { Instant } from '../../kernel/instant';
import type { Settings } from '../../settings';
import { maySee } from '../access';
import type { Access } from '../access';

/** What is known of where a release stands. */
export interface DeploymentFacts {
  /** Of the release. */
  readonly defects: readonly StoredDefect[];
  /** By the ids of the defects and the keys of the stages. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, BehaviourCell>>;
  /** Every deployment that is known of the project. */
  readonly all: readonly Deployment[];
  /** Those of the release among them. */
  readonly ofRelease: readonly Deployment[];
  readonly stages: Settings['stages'];
}

interface DebtFacts extends DeploymentFacts {
  readonly access: Access;
  readonly now: Instant;
}

const mostRows = 50;
const noCells: ReadonlyMap<string, BehaviourCell> = new Map();

/** What is not validated yet of a release, the longest first. */
export function validationDebtView({ access, now, ...facts }: DebtFacts): ValidationDebtView {
  const { defects, stages } = facts;
  const { deployed, debt } = debtOf(facts);
  const byId = new Map(defects.map((defect) => [defect.id, defect]));
  const rows = debt.flatMap(({ defectId, stage: key, kind, since, build }) => {
    const defect = byId.get(defectId);
    const stage = stages.find((candidate) => candidate.key === key);
    if (defect === undefined || stage === undefined || !maySee(access, defect.securityLevel)) return [];
    const { id, summary, severity, open } = defect;
    return [
      {
        defect: { id, key: defect.key, summary, severity, open },
        stage: { key, name: stage.name },
        ...{ kind, since, build },
      },
    ];
  });
  return {
    now,
    deployedIn: deployed,
    rows: rows.slice(0, mostRows),
    more: Math.max(0, rows.length - mostRows),
    hidden: debt.length - rows.length,
  };
}

/** What is not validated yet, and the names of the stages in which the release is deployed. */
export function debtOf({ defects, cells, all, ofRelease, stages }: DeploymentFacts): {
  readonly deployed: string[];
  readonly debt: readonly ValidationDebt[];
} {
  const deployed = deployedStages(all, ofRelease, stages);
  const debt = validationDebt(
    defects.map(({ id, open }) => ({ id, open, cells: cells.get(id) ?? noCells })),
    deployed.map(({ stage, at, build }) => ({ stage: stage.key, at, build })),
  );
  return { deployed: deployed.map(({ stage }) => stage.name), debt };
}

/** Stages where the release stands now, in their order, since when and as which build. */
function deployedStages(all: readonly Deployment[], ofRelease: readonly Deployment[], stages: Settings['stages']) {
  const mine = new Set(ofRelease.map(({ id }) => id));
  const environments = [...new Set(ofRelease.map(({ environment }) => environment))];
  return stages.flatMap((stage) => {
    const live = environments
      .filter((environment) => stageOf(environment, stages)?.key === stage.key)
      .flatMap((environment) => liveIn(all, environment))
      .filter(({ id }) => mine.has(id))
      .sort((a, b) => (a.at < b.at ? -1 : 1));
    // Who looked at the release there before it was deployed anew looked at another build: the last one counts.
    const last = live.at(-1);
    return last === undefined ? [] : [{ stage, at: last.at, build: last.build }];
  });
}
