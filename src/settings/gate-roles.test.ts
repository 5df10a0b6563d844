import type { GateRow } from '../gates';
import { defaultSettings } from './defaults';
import { roleWarnings } from './gate-roles';

const row = (role: string): GateRow => ({
  ...{ rule: 'manual-check', stage: 'production', breach: 'holds', name: 'Support team briefed', role },
  ...{ evidence: 'link', hours: null },
});
const of = (role: string) => ({ ...defaultSettings, gates: { ...defaultSettings.gates, rows: [row(role)] } });
const project = (key: string, ...roles: string[]) => ({ key, roles });

test.each([
  ['every project has it', 'support', [project('SHOP', 'Support')], undefined],
  ['no project is known', 'Support', [], undefined],
  ['nothing is chosen yet', '', [project('SHOP', 'Support')], undefined],
  ['the one project lacks it', 'Support', [project('SHOP')], 'SHOP has no role Support: nobody there can confirm this.'],
  [
    'one of two lacks it',
    'Support',
    [project('SHOP', 'Support'), project('WEB')],
    'WEB has no role Support: nobody there can confirm this.',
  ],
  ['none has it', 'Support', [project('SHOP'), project('WEB')], 'No project has a role Support: nobody there can confirm this.'],
  [
    'many lack it',
    'Support',
    [project('A', 'Support'), ...['B', 'C', 'D', 'E', 'F'].map((key) => project(key))],
    'B, C, D and 2 more have no role Support: nobody there can confirm this.',
  ],
])('where %s', (_, role, projects, sentence) => {
  expect(roleWarnings(of(role), projects).map((warning) => warning.sentence)).toEqual(sentence === undefined ? [] : [sentence]);
});

test('it stands with its row', () => {
  expect(roleWarnings(of('Support'), [project('SHOP')])).toMatchObject([{ kind: 'never-met', stage: 'production', row: 0 }]);
});
