import { firstChange, needChoices, needKey, setTakeBack } from './map-edits';
import { settingsWith } from '../gates/gate-settings.fixture';

test('a need is offered for each stage and field, a gate only where there is one', () => {
  const stages = [
    { key: 'test', name: 'Test', gated: false, environments: [] },
    { key: 'staging', name: 'Staging', gated: true, environments: [] },
  ];
  const offered = needChoices({ stages }).map(({ choice }) => choice.label);
  expect(offered.slice(0, 5)).toEqual([
    'The gate of Staging lets its release in',
    'Its fix is deployed to Test',
    'Its fix is deployed to Staging',
    'Its fix is shown to hold in Test',
    'Its fix is shown to hold in Staging',
  ]);
  expect(offered).toContain('Workaround is set');
  expect(needKey({ kind: 'field', field: 'severity' })).toBe('field:severity');
});

test('a new line is about two statuses', () => {
  expect(firstChange([{ id: '1' }])).toBeNull();
  expect(firstChange([{ id: '1' }, { id: '2' }, { id: '3' }])).toEqual({ from: '2', to: '3' });
});

test('a project wants releases taken back, or not', () => {
  const on = setTakeBack('10000', true)(settingsWith([]));
  expect(on.breaches.takeBack).toEqual(['10000']);
  expect(setTakeBack('10000', true)(on).breaches.takeBack).toEqual(['10000']);
  expect(setTakeBack('10000', false)(on).breaches.takeBack).toEqual([]);
});
