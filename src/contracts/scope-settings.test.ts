import { projectScopeSchema, scopeSettingsSchema, usualScope } from './scope-settings';

test('settings that were saved before there was such a part are still settings', () => {
  expect(scopeSettingsSchema.parse(undefined)).toEqual({ projects: {} });
  expect(projectScopeSchema.parse(usualScope)).toEqual(usualScope);
});

test.each([{ defectShare: 101 }, { defectShare: -1 }, { defectShare: 12.5 }, { unit: 'days' }])('not %p', (part) => {
  expect(projectScopeSchema.safeParse({ ...usualScope, ...part }).success).toBe(false);
});
