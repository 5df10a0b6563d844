import { questionExpired, triageStep } from './triage';

const happening = { id: 'triage:7-5:overdue', at: '2026-11-23T09:00:00.000Z', projectId: '10000' };
const defect = { id: '7', key: 'SHOP-7', severity: 'S2', securityLevel: null } as const;

test('a step of a decision clock names the defect and what happened', () => {
  expect(triageStep(happening, 'overdue', defect, 'nobody has decided in time what becomes of it.', [])).toEqual({
    ...happening,
    ...{ event: 'triage-overdue', severity: 'S2', issueId: '7', releases: [] },
    sentence: 'The defect SHOP-7: nobody has decided in time what becomes of it.',
  });
});

test('a question that nobody answered is with the owner again', () => {
  expect(questionExpired(happening, defect, []).sentence).toBe(
    'The defect SHOP-7 waits for a decision again: a question about it was not answered in time.',
  );
});

test('a defect that not everybody may see is not named', () => {
  const hidden = { ...defect, securityLevel: '10400' };
  for (const { sentence } of [triageStep(happening, 'warned', hidden, 'soon.', []), questionExpired(happening, hidden, [])])
    expect(sentence).not.toContain('SHOP-7');
});
