import { join } from 'node:path';

/** Material written by others that stands beside the project on some machines; tests that need it skip where it is absent. */
const shared = join(__dirname, '..', '..', 'shared');
export const openApiPath = join(shared, 'openapi', 'jira-platform-v3.json.gz');
export const exportPath = join(shared, 'fixtures', 'jira-export', 'issues.json');
export const testReportsPath = join(shared, 'fixtures', 'test-reports');
export const duplicatesPath = join(shared, 'fixtures', 'duplicates', 'openoffice.jsonl.gz');
