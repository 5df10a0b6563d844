import { answer, search } from './jql.fixture';

type Row = readonly [jql: string, keys: string];
const SHOP = 'project = SHOP AND ';

describe('fields and operators (support.atlassian.com, "JQL fields"; Jira\'s TestSystemFieldOperatorUsage)', () => {
  const choices: readonly Row[] = [
    ['project = SHOP', 'SHOP-2 SHOP-1 SHOP-10'],
    ['project = shop', 'SHOP-2 SHOP-1 SHOP-10'],
    ['project = "Web shop"', 'SHOP-2 SHOP-1 SHOP-10'],
    ['project in (10001)', 'PAY-1'],
    ['project != SHOP', 'PAY-1'],
    ['project not in (SHOP, PAY)', ''],
    ['project is not EMPTY AND key = SHOP-1', 'SHOP-1'],
    ['issuetype = Bug', 'SHOP-2 SHOP-1 SHOP-10'],
    ['type = Sub-task', 'PAY-1'],
    ['status = "In Progress"', 'SHOP-2'],
    ['status = 3', 'SHOP-2'],
    ['status != Done', 'SHOP-2 SHOP-10 PAY-1'],
    ['status in (Done, "In review")', 'SHOP-1 PAY-1'],
    ['status is EMPTY', ''],
    ['statusCategory = Done', 'SHOP-1'],
    ['statusCategory != Done', 'SHOP-2 SHOP-10 PAY-1'],
    ['statusCategory = "In Progress"', 'SHOP-2 PAY-1'],
    ['statusCategory in (new, 3)', 'SHOP-1 SHOP-10'],
    ['priority = High', 'SHOP-2'],
    ['priority != High', 'SHOP-1 PAY-1'],
    ['priority is EMPTY', 'SHOP-10'],
    ['priority > Medium', 'SHOP-2 SHOP-1'],
    ['priority >= High', 'SHOP-2 SHOP-1'],
    ['priority < High', 'PAY-1'],
    ['priority <= 1', 'SHOP-2 SHOP-1 PAY-1'],
    ['resolution = Fixed', 'SHOP-1'],
    ['resolution = Unresolved', 'SHOP-2 SHOP-10 PAY-1'],
    ['resolution != unresolved', 'SHOP-1'],
    ['resolution in (unresolved, Fixed) AND project = PAY', 'PAY-1'],
    ['resolution < "Won\'t do"', 'SHOP-1'],
    ['component = Cart', 'SHOP-2 SHOP-1'],
    ['component != Cart', ''],
    ['component not in (Search)', 'SHOP-1'],
    ['component is EMPTY', 'SHOP-10 PAY-1'],
    ['labels = regression', 'SHOP-1'],
    ['labels in (cart, performance)', 'SHOP-2 SHOP-1'],
    ['labels = never-used', ''],
    ['labels != cart', 'SHOP-2'],
    ['labels is EMPTY', 'SHOP-10 PAY-1'],
    ['level = Internal', 'SHOP-1'],
    ['level is EMPTY', 'SHOP-2 SHOP-10 PAY-1'],
    ['level != 10900', ''],
  ];
  test.each(choices)('%s', (jql, keys) => expect(answer(jql)).toBe(keys));

  const users: readonly Row[] = [
    ['assignee = dev', 'SHOP-1'],
    ['assignee = "dev das"', 'SHOP-1'],
    ['assignee = "dev@example.com"', 'SHOP-1'],
    ['assignee != dev', 'SHOP-2'],
    ['assignee is not EMPTY', 'SHOP-2 SHOP-1'],
    ['assignee = EMPTY', 'SHOP-10 PAY-1'],
    ['assignee != null', 'SHOP-2 SHOP-1'],
    ['assignee in (EMPTY, dev)', 'SHOP-1 SHOP-10 PAY-1'],
    ['assignee not in (EMPTY, dev)', 'SHOP-2'],
    ['reporter = currentUser()', 'SHOP-2'],
    ['creator in membersOf(developers)', 'SHOP-2 SHOP-1 PAY-1'],
    ['assignee in membersOf("nobody")', ''],
  ];
  test.each(users)('%s', (jql, keys) => expect(answer(jql)).toBe(keys));

  test('currentUser() is nobody for an anonymous searcher', () => {
    expect(answer('reporter = currentUser()', { currentUser: null })).toBe('');
  });

  const keys: readonly Row[] = [
    ['key = SHOP-1', 'SHOP-1'],
    ['issuekey = shop-1', 'SHOP-1'],
    ['id = 102', 'SHOP-2'],
    ['issue in (SHOP-1, 201)', 'SHOP-1 PAY-1'],
    ['key not in (SHOP-1, SHOP-2)', 'SHOP-10 PAY-1'],
    ['key > SHOP-1', 'SHOP-2 SHOP-10'],
    ['key <= SHOP-2', 'SHOP-2 SHOP-1'],
    ['id > 101', 'SHOP-2 SHOP-10'],
    ['key = SHOP-999', ''],
    ['key in linkedIssues(SHOP-1)', 'SHOP-2'],
    ['key in linkedIssues(SHOP-1, blocks)', 'SHOP-2'],
    ['key in linkedIssues(SHOP-1, "is blocked by")', ''],
    ['key in linkedIssues(SHOP-2, "is blocked by")', 'SHOP-1'],
    ['issueLink = SHOP-1', 'SHOP-2'],
    ['issueLink != SHOP-1', 'SHOP-1'],
    ['key in updatedBy(dev)', 'SHOP-1'],
    ['key in updatedBy(rhea, "2026-11-03")', 'SHOP-2'],
    ['key in updatedBy(rhea, "2026-10-01", "2026-11-02")', 'SHOP-1'],
  ];
  test.each(keys)('%s', (jql, found) => expect(answer(jql)).toBe(found));
});

describe('versions ("JQL fields", Fix version; "JQL functions")', () => {
  const rows: readonly Row[] = [
    ['fixVersion = 1.1', 'SHOP-1'],
    ['fixVersion = "1.0"', 'PAY-1'],
    ['fixVersion = 10021', 'SHOP-1'],
    ['fixVersion = "10021"', ''],
    ['fixVersion in ("1.1", "2.0")', 'SHOP-2 SHOP-1 PAY-1'],
    ['fixVersion != "2.0"', 'SHOP-1'],
    ['NOT fixVersion = "2.0"', 'SHOP-1'],
    ['fixVersion is EMPTY', 'SHOP-10'],
    [SHOP + 'fixVersion < "2.0"', 'SHOP-1'],
    ['fixVersion < "2.0"', 'SHOP-1 PAY-1'],
    ['fixVersion > 10020', 'SHOP-2 SHOP-1'],
    ['affectedVersion = "1.0"', 'SHOP-1'],
    ['fixVersion in releasedVersions()', 'SHOP-1 PAY-1'],
    ['fixVersion in releasedVersions(SHOP)', 'SHOP-1'],
    ['fixVersion in unreleasedVersions(PAY)', 'PAY-1'],
    ['fixVersion = latestReleasedVersion(SHOP)', 'SHOP-1'],
    ['fixVersion in latestReleasedVersion(SHOP)', 'SHOP-1'],
    ['fixVersion = earliestUnreleasedVersion(SHOP)', 'SHOP-2'],
    ['fixVersion not in releasedVersions()', 'SHOP-2'],
    ['issuetype in standardIssueTypes()', 'SHOP-2 SHOP-1 SHOP-10'],
    ['issuetype in subTaskIssueTypes()', 'PAY-1'],
  ];
  test.each(rows)('%s', (jql, keys) => expect(answer(jql)).toBe(keys));
});

describe('custom fields and properties (Forge pages jira:customField and jira:entityProperty)', () => {
  const rows: readonly Row[] = [
    ['"Defect severity" = S1', 'SHOP-1'],
    ['"defect severity" != S1', 'SHOP-2'],
    ['cf[10101] in (S1, S2)', 'SHOP-2 SHOP-1'],
    ['app__env__static__defect-severity is EMPTY', 'SHOP-10 PAY-1'],
    ['"Users affected" >= 12.5', 'SHOP-1 PAY-1'],
    ['cf[10102] = 0', 'SHOP-2'],
    ['cf[10102] < 250', 'SHOP-2 PAY-1'],
    ['cf[10102] not in (0, 250)', 'PAY-1'],
    ['"Root cause" ~ "null"', 'SHOP-1'],
    ['"Root cause" is EMPTY', 'SHOP-2 SHOP-10 PAY-1'],
    ['issue.property[gate].state = held', 'SHOP-1'],
    ['issue.property["gate"].score > 6', 'SHOP-1'],
    ['issue.property[gate].score = 7', 'SHOP-1'],
    ['issue.property[gate].tags = b', 'SHOP-1'],
    ['issue.property[gate].state != held', ''],
    ['issue.property[gate].state is EMPTY', 'SHOP-2 SHOP-10 PAY-1'],
    ['issue.property[gate].constructor is not EMPTY', ''],
  ];
  test.each(rows)('%s', (jql, keys) => expect(answer(jql)).toBe(keys));
});

describe('text ("Search for text in fields")', () => {
  const rows: readonly Row[] = [
    ['summary ~ cart', 'SHOP-1'],
    ['summary ~ "CART crash"', 'SHOP-1'],
    ['summary ~ "cart slow"', ''],
    ['summary ~ "cart OR slow"', 'SHOP-2 SHOP-1'],
    ['summary ~ "is -slow"', 'SHOP-1'],
    ['summary ~ "cart NOT slow"', 'SHOP-1'],
    ['summary ~ "\\"cart is\\""', 'SHOP-1'],
    ['summary ~ "\\"is cart\\""', ''],
    ['summary ~ "cra*"', 'SHOP-1'],
    ['summary ~ "slo?"', 'SHOP-2'],
    ['summary !~ cart', 'SHOP-2 SHOP-10 PAY-1'],
    ['description ~ firefox', 'SHOP-1'],
    ['description !~ firefox', 'SHOP-2'],
    ['NOT description ~ firefox', 'SHOP-2'],
    ['description ~ 缺陷', 'SHOP-2'],
    ['description ~ 陷缺', ''],
    ['description is EMPTY', 'SHOP-10 PAY-1'],
    ['comment ~ verified', 'SHOP-1'],
    ['comment ~ "fixed verified"', ''],
    ['comment !~ verified', 'SHOP-2'],
    ['text ~ firefox', 'SHOP-1'],
    ['text ~ news', 'SHOP-2'],
    ['text ~ "null check"', 'SHOP-1'],
    ['text ~ "refund"', 'PAY-1'],
  ];
  test.each(rows)('%s', (jql, keys) => expect(answer(jql)).toBe(keys));
});

describe('AND, OR, NOT and order ("JQL keywords")', () => {
  const rows: readonly Row[] = [
    ['project = PAY OR project = SHOP AND status = Done', 'SHOP-1 PAY-1'],
    ['(project = PAY OR project = SHOP) AND status = Done', 'SHOP-1'],
    ['NOT (status = Done OR assignee = qa)', ''],
    ['NOT (status = Done AND assignee = dev)', 'SHOP-2 SHOP-10 PAY-1'],
    ['! status = Done && project = SHOP', 'SHOP-2 SHOP-10'],
    ['NOT assignee is EMPTY', 'SHOP-2 SHOP-1'],
    ['project = SHOP ORDER BY key', 'SHOP-1 SHOP-2 SHOP-10'],
    ['project = SHOP ORDER BY key DESC', 'SHOP-10 SHOP-2 SHOP-1'],
    ['project in (SHOP, PAY) ORDER BY priority DESC', 'SHOP-10 SHOP-1 SHOP-2 PAY-1'],
    ['project in (SHOP, PAY) ORDER BY priority ASC', 'PAY-1 SHOP-2 SHOP-1 SHOP-10'],
    ['project in (SHOP, PAY) ORDER BY issuetype DESC, created ASC', 'PAY-1 SHOP-10 SHOP-1 SHOP-2'],
    ['project in (SHOP, PAY) ORDER BY assignee, key', 'SHOP-1 SHOP-2 PAY-1 SHOP-10'],
    ['project in (SHOP, PAY) ORDER BY "Users affected" ASC', 'SHOP-2 PAY-1 SHOP-1 SHOP-10'],
    ['project in (SHOP, PAY) ORDER BY status, key', 'SHOP-1 SHOP-2 PAY-1 SHOP-10'],
    ['project in (SHOP, PAY) ORDER BY due ASC', 'SHOP-1 SHOP-2 PAY-1 SHOP-10'],
    ['', 'SHOP-2 SHOP-1 SHOP-10 PAY-1'],
    ['ORDER BY created', 'SHOP-2 SHOP-1 SHOP-10 PAY-1'],
    ['ORDER BY updated ASC', 'SHOP-10 PAY-1 SHOP-1 SHOP-2'],
  ];
  test.each(rows)('%s', (jql, keys) => expect(answer(jql)).toBe(keys));

  test.each([
    ['', false],
    ['order by key desc', false],
    ['assignee = currentUser() order by key', true],
  ])('bounded: %s is %s (POST /rest/api/3/search/jql, `jql`)', (jql, bounded) => {
    expect(search(jql)).toMatchObject({ kind: 'ok', bounded });
  });
});
