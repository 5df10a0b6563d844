import { deploymentsOf } from '../../environments';
import type { DeploymentStep, SaidBehaviour } from '../../environments';
import { defaultSettings } from '../../settings';
import { now } from '../screen.fixture';
import { behavioursView } from './view-model';
import type { BehaviourFacts } from './view-model';

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 1, hour)).toISOString();
const step = (service: string, hour: number, environment: string, build: string): DeploymentStep => ({
  ...{ id: `${service} ${hour}`, step: 'finish', at: at(hour), service, environment, version: '4.2.0', build, commit: null },
  ...{ outcome: 'successful', exposure: 100, from: null, incident: null },
});
const word: SaidBehaviour = { state: 'fixed', build: 'b1', note: 'Tried', at: at(1), by: 'p' };
const view = (parts: Partial<BehaviourFacts>) =>
  behavioursView({
    ...{ stages: defaultSettings.stages, said: {}, facts: {}, deployments: [], people: new Map(), mayEdit: true, now },
    ...parts,
  });
const cellOf = (parts: Partial<BehaviourFacts>, key: string) => view(parts).cells.find(({ stage }) => stage.key === key);

test('every stage has a cell, in the order of the settings; without stages there is none', () => {
  expect(view({}).cells.map(({ stage }) => stage.key)).toEqual(defaultSettings.stages.map(({ key }) => key));
  expect(new Set(view({}).cells.map(({ state }) => state))).toEqual(new Set(['unknown']));
  expect(view({ stages: [] }).cells).toEqual([]);
});

test('what is deployed in a stage is suggested, by whatever name it goes, the newest first', () => {
  const deployments = deploymentsOf([
    step('shop', 1, 'uat', 'b1'),
    step('search', 2, 'staging', 's7'),
    step('shop', 3, 'qa', 'b2'),
  ]);
  expect(cellOf({ deployments }, 'staging')?.deployed).toEqual(['s7', 'b1']);
  expect(cellOf({ deployments }, 'production')?.deployed).toEqual([]);
});

test('a word about a build that was replaced says so; where two services stand there, nobody can tell', () => {
  const one = deploymentsOf([step('shop', 3, 'staging', 'b2')]);
  expect(cellOf({ said: { staging: word }, deployments: one }, 'staging')).toMatchObject({ state: 'fixed', source: 'person' });
  expect(cellOf({ said: { staging: word }, deployments: one }, 'staging')?.stale).toContain('b2');
  const two = deploymentsOf([step('shop', 3, 'staging', 'b2'), step('search', 4, 'staging', 's1')]);
  expect(cellOf({ said: { staging: word }, deployments: two }, 'staging')?.stale).toBeNull();
});

test('a person is told by the account where it is still known', () => {
  const said = { test: word };
  expect(cellOf({ said, people: new Map([['p', 'sandbox:dev']]) }, 'test')?.said?.accountId).toBe('sandbox:dev');
  expect(cellOf({ said }, 'test')?.said).toEqual({ state: 'fixed', build: 'b1', note: 'Tried', at: at(1), accountId: null });
});
