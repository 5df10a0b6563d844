import { countUnder, problemsUnder } from './problems-under';

const problems = [
  { path: 'stages.1.environments.0', message: 'Give it a name.' },
  { path: 'stages.1.environments', message: 'Too many.' },
  { path: 'stages.10.environments.0', message: 'Another stage.' },
  { path: 'stages.1.name', message: 'Another field.' },
];

test('a field of a list shows what is wrong with the list and with each of its entries', () => {
  const path = 'stages.1.environments';
  expect(problemsUnder(problems, path)).toEqual([
    { path, message: 'Give it a name.' },
    { path, message: 'Too many.' },
  ]);
});

test('a path that only begins alike is another', () => {
  expect([countUnder(problems, 'stages.1'), countUnder(problems, 'stages'), countUnder(problems, 'stage')]).toEqual([3, 4, 0]);
});
