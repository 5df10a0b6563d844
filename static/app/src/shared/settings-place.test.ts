import { workflowsMeant, workflowsPlace } from './settings-place';

test.each([
  [`/${workflowsPlace('10001')}`, '10001'],
  ['/', null],
  ['/workflows', null],
  ['/workflows/SHOP', null],
  ['/workflows/10001/more', null],
])('the address %s of the settings means the workflows of %s', (path, projectId) => {
  expect(workflowsMeant(path)).toBe(projectId);
});
