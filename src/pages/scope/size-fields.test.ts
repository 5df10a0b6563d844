import { aFeature } from './scope.fixture';
import { estimateOf, pointsFieldsAmong } from './size-fields';

test('story points are found by what Jira calls them, and by the type of the field in team-managed projects', () => {
  const fields = [
    { id: 'customfield_1', name: 'Story Points', schema: { custom: 'com.atlassian.jira.plugin.system.customfieldtypes:float' } },
    { id: 'customfield_2', name: 'Schätzung', schema: { custom: 'com.pyxis.greenhopper.jira:jsw-story-points' } },
    { id: 'customfield_3', name: 'Story points of last year' },
    { id: 'summary', name: 'Summary' },
  ];
  expect(pointsFieldsAmong(fields)).toEqual(['customfield_1', 'customfield_2']);
});

test('the first field with a number counts; an original estimate is in hours', () => {
  const { issue } = aFeature('1');
  const estimated = { ...issue, fields: { ...issue.fields, a: null, b: 'five', c: 5, d: 8, timeoriginalestimate: 5400 } };
  expect(estimateOf(estimated, ['a', 'b', 'c', 'd'])).toEqual({ points: 5, hours: 1.5 });
  expect(estimateOf(issue, ['a'])).toEqual({ points: null, hours: null });
});
