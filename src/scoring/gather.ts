import type { Behaviour } from '../environments';
import type { Deployment } from '../environments';
import { liveIn, stageOf } from '../environments';
import type { SlaTargetDays } from '../governance';
import type { Instant } from '../kernel/instant';
import type { Severity } from '../kernel/severity';
import { workarounds } from './inputs';
import type { Place, ScoreInputs, SeenDay } from './inputs';

/** How many users an incident reached, as pipelines told it. */
export interface IncidentUsers {
  /** E.g. `INC-7`. */
  readonly incident: string;
  readonly users: number;
}

/** What a defect's own fields say, and the incidents that it stands for. */
export interface DefectToScore {
  readonly id: string;
  readonly severity: Severity | null;
  readonly usersAffected: number | null;
  readonly workaround: string | null;
  readonly detectedIn: string | null;
  readonly createdAt: Instant;
  readonly incidents: readonly IncidentUsers[];
}

interface Stage {
  readonly key: string;
  readonly name: string;
  readonly environments: readonly string[];
}

/** What is the same for all defects of a project. */
export interface Surroundings {
  /** In promotion order. */
  readonly stages: readonly Stage[];
  /** The share of users, 0 to 1, by key of stage, where deployments tell it. */
  readonly exposures: ReadonlyMap<string, number>;
  readonly targets: SlaTargetDays;
}

/**
 * What is known of a defect, as formulas take it. A negative number of users and a workaround in words that nobody agreed on count as
 * not said.
 * @param behaviours by key of stage
 */
export function inputsOf(
  defect: DefectToScore,
  seen: readonly SeenDay[],
  behaviours: ReadonlyMap<string, Behaviour>,
  { stages, exposures, targets }: Surroundings,
): ScoreInputs {
  const { severity, workaround, detectedIn, createdAt } = defect;
  const said = workaround?.trim().toLowerCase();
  return {
    seen,
    ...mostUsers(defect),
    workaround: workarounds.find((one) => one === said) ?? null,
    severity,
    places: placesOf(behaviours, detectedIn === null ? null : stageNamed(detectedIn, stages), stages, exposures),
    createdAt,
    targetDays: severity === null ? null : targets[severity],
  };
}

/** The largest of what is known: of the field and an incident that say the same, the field. */
function mostUsers({ usersAffected, incidents }: DefectToScore): Pick<ScoreInputs, 'usersAffected' | 'usersFrom'> {
  const told = [
    ...(usersAffected === null ? [] : [{ users: usersAffected, from: null }]),
    ...[...incidents]
      .sort((a, b) => (a.incident < b.incident ? -1 : 1))
      .map(({ incident, users }) => ({ users, from: incident })),
  ].filter(({ users }) => users >= 0);
  const users = Math.max(...told.map((one) => one.users));
  const largest = told.find((one) => one.users === users);
  return { usersAffected: largest?.users ?? null, usersFrom: largest?.from ?? null };
}

function stageNamed(text: string, stages: readonly Stage[]): Stage | null {
  const plain = text.trim().toLowerCase();
  return stageOf(text, stages) ?? stages.find(({ name }) => name.toLowerCase() === plain) ?? null;
}

/** A stage of which nobody knows counts as reproduced where the defect was first seen in it. */
function placesOf(
  behaviours: ReadonlyMap<string, Behaviour>,
  detectedIn: Stage | null,
  stages: readonly Stage[],
  exposures: ReadonlyMap<string, number>,
): Place[] {
  return stages.flatMap(({ key, name }, n): Place[] => {
    const behaviour = behaviours.get(key) ?? 'unknown';
    const place = { stage: name, nearness: rounded((n + 1) / stages.length), exposure: rounded(exposures.get(key) ?? 1) };
    if (behaviour !== 'unknown') return [{ ...place, behaviour, from: 'cell' }];
    return key === detectedIn?.key ? [{ ...place, behaviour: 'reproduced', from: 'field' }] : [];
  });
}

/** The widest exposure of what stands in the environments of each stage; a stage of which none was told has no entry. */
export function exposuresOf(deployments: readonly Deployment[], stages: readonly Stage[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const environment of new Set(deployments.map((one) => one.environment))) {
    const stage = stageOf(environment, stages);
    if (stage === null) continue;
    for (const { exposure } of liveIn(deployments, environment)) {
      if (exposure !== null) found.set(stage.key, Math.max(found.get(stage.key) ?? 0, rounded(exposure / 100)));
    }
  }
  return found;
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
