/** Fields that follow from others, change by themselves, or are counted by a kind of their own. */
const left = new Set([
  ...['project', 'created', 'updated', 'lastViewed', 'workratio', 'votes', 'watches', 'comment', 'issuelinks', 'attachment'],
  ...[
    'worklog',
    'subtasks',
    'thumbnail',
    'progress',
    'aggregateprogress',
    'timetracking',
    'aggregatetimespent',
    'issuerestriction',
  ],
  ...['aggregatetimeestimate', 'aggregatetimeoriginalestimate', 'statuscategorychangedate', 'statusCategory'],
]);

/** Whether a field says nothing of its own. @param type its schema's `custom`, e.g. that of the rank on boards; null for a field of Jira's own */
export function isNoise(id: string, type: string | null): boolean {
  return (
    left.has(id) ||
    (type !== null && /gh-lexo-rank|devsummary|development|:vulnerability|greenhopper-releasedmultiversion/.test(type))
  );
}
