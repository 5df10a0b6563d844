import {
  anyOne,
  mapFields,
  type AutoMove,
  type MapNeed,
  type MapRow,
} from '../../../../../src/contracts/transition-map-settings';
import type { Settings } from '../../../../../src/contracts/settings';
import { replaced, without, type Edit } from '../edit-settings';

type Map = Settings['transitionMap'];

function withMap(change: (map: Map) => Map): Edit {
  return (settings) => ({ ...settings, transitionMap: change(settings.transitionMap) });
}

export const addRow = (row: MapRow): Edit => withMap((map) => ({ ...map, rows: [...map.rows, row] }));
export const changeRow = (at: number, change: Partial<MapRow>): Edit =>
  withMap((map) => ({ ...map, rows: replaced(map.rows, at, change) }));
export const removeRow = (at: number): Edit => withMap((map) => ({ ...map, rows: without(map.rows, at) }));

export const addMove = (move: AutoMove): Edit => withMap((map) => ({ ...map, moves: [...map.moves, move] }));
export const changeMove = (at: number, change: Partial<AutoMove>): Edit =>
  withMap((map) => ({ ...map, moves: replaced(map.moves, at, change) }));
export const removeMove = (at: number): Edit => withMap((map) => ({ ...map, moves: without(map.moves, at) }));

/** Whether a release past its gate is taken back in a project. */
export function setTakeBack(projectId: string, on: boolean): Edit {
  return (settings) => {
    const others = settings.breaches.takeBack.filter((id) => id !== projectId);
    return { ...settings, breaches: { takeBack: on ? [...others, projectId] : others } };
  };
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

const fieldNames: Readonly<Record<(typeof mapFields)[number], string>> = {
  severity: 'Defect severity',
  tier: 'Customer tier',
  'users-affected': 'Users affected',
  workaround: 'Workaround',
  'detected-in': 'Detected in',
  assignee: 'Assignee',
  component: 'Component',
  'fix-version': 'Fix version',
  'affected-version': 'Affected version',
};

/** A need by a text, so that it can be chosen from a list. */
export function needKey(need: MapNeed): string {
  return need.kind === 'field' ? `field:${need.field}` : `${need.kind}:${need.stage}`;
}

/** What a change of status may need, as clauses: "Its fix is deployed to Staging". */
export function needChoices({ stages }: Pick<Settings, 'stages'>): { need: MapNeed; choice: Choice }[] {
  const all: { need: MapNeed; label: string }[] = [
    ...stages
      .filter(({ gated }) => gated)
      .map(({ key, name }) => ({
        need: { kind: 'gate' as const, stage: key },
        label: `The gate of ${name} lets its release in`,
      })),
    ...stages.map(({ key, name }) => ({
      need: { kind: 'deployed' as const, stage: key },
      label: `Its fix is deployed to ${name}`,
    })),
    ...stages.map(({ key, name }) => ({
      need: { kind: 'verified' as const, stage: key },
      label: `Its fix is shown to hold in ${name}`,
    })),
    ...mapFields.map((field) => ({ need: { kind: 'field' as const, field }, label: `${fieldNames[field]} is set` })),
  ];
  return all.map(({ need, label }) => ({ need, choice: { value: needKey(need), label } }));
}

export const allProjects: Choice = { value: anyOne, label: 'all projects' };
export const anyStatus: Choice = { value: anyOne, label: 'any status' };

/** The first two statuses that differ, so that a new line can stand as it is; null where there are fewer. */
export function firstChange(statuses: readonly { readonly id: string }[]): { from: string; to: string } | null {
  const [to, from] = [statuses.at(-1), statuses.at(-2)];
  return from === undefined || to === undefined ? null : { from: from.id, to: to.id };
}
