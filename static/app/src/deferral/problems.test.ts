import type { RequestDeferralsView } from '../../../../src/contracts/deferrals';
import { problemsOf } from './problems';

type Result = RequestDeferralsView['results'][number];
const result = (key: string, problems: Result['problems']): Result => ({
  ...{ issueId: key, key, outcome: problems.length === 0 ? 'acceptable' : 'refused', deferralId: null, problems },
});

test('what is wrong with every defect is said once, at its field', () => {
  const problem = { field: 'rationale', message: 'Say more.' } as const;
  expect([...problemsOf([result('SHOP-1', [problem]), result('SHOP-2', [problem])])]).toEqual([['rationale', 'Say more.']]);
});

test('what is wrong with some of them names them', () => {
  const late = { field: 'expiry', message: 'It is too late.' } as const;
  const text = { field: 'rationale', message: 'It is a copy.' } as const;
  const results = [result('SHOP-1', [late]), result('SHOP-2', [late, text]), result('SHOP-3', [])];
  expect([...problemsOf(results)]).toEqual([
    ['expiry', 'SHOP-1 and SHOP-2: It is too late.'],
    ['rationale', 'SHOP-2: It is a copy.'],
  ]);
});

test('where nothing is wrong, nothing is said', () => {
  expect(problemsOf([result('SHOP-1', [])]).size).toBe(0);
});
