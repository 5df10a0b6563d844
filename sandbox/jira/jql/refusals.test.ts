import { UNMODELLED } from './index';
import { answer, search } from './jql.fixture';

const FORMATS =
  "Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.";
const OPERATORS = "The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'.";

describe("refused in Jira's words (examples of POST /rest/api/3/jql/parse; Jira's TestSystemFieldLiterals, TestJqlParsing)", () => {
  test.each([
    ['universe = 42', "Field 'universe' does not exist or you do not have permission to view it."],
    ['cf[99999] = 1', "Field 'cf[99999]' does not exist or you do not have permission to view it."],
    ['constructor = 1', "Field 'constructor' does not exist or you do not have permission to view it."],
    ['project = INVALID', "The value 'INVALID' does not exist for the field 'project'."],
    ['fixVersion = "9.9"', "The value '9.9' does not exist for the field 'fixVersion'."],
    ['fixVersion = 666', "A value with ID '666' does not exist for the field 'fixVersion'."],
    ['status = "666"', "The value '666' does not exist for the field 'status'."],
    ['assignee = somebody', "The value 'somebody' does not exist for the field 'assignee'."],
    ['statusCategory = Blocked', "The value 'Blocked' does not exist for the field 'statusCategory'."],
    ['summary = test', "The operator '=' is not supported by the 'summary' field."],
    ['text !~ test', "The operator '!~' is not supported by the 'text' field."],
    ['text is EMPTY', "The operator 'is' is not supported by the 'text' field."],
    ['project ~ SHOP', "The operator '~' is not supported by the 'project' field."],
    ['status > Done', "The operator '>' is not supported by the 'status' field."],
    ['key is EMPTY', "The operator 'is' is not supported by the 'key' field."],
    ['labels was cart', "The operator 'was' is not supported by the 'labels' field."],
    ['creator changed', "The operator 'changed' is not supported by the 'creator' field."],
    ['affectedVersion was "1.0"', "The operator 'was' is not supported by the 'affectedVersion' field."],
    ['"Defect severity" ~ S1', "The operator '~' is not supported by the 'Defect severity' field."],
    ['"Root cause" = x', "The operator '=' is not supported by the 'Root cause' field."],
    ['status in Done', "Operator 'in' does not support the non-list value '\"Done\"' for field 'status'."],
    ['assignee in currentUser()', "Operator 'in' does not support the non-list value 'currentUser()' for field 'assignee'."],
    [
      'fixVersion = releasedVersions()',
      "Operator '=' does not support the list value 'releasedVersions()' for field 'fixVersion'.",
    ],
    ['status = currentUser()', "A value provided by the function 'currentUser' is invalid for the field 'status'."],
    ['assignee = bogus(HSP, x)', "Unable to find JQL function 'bogus(HSP, x)'."],
    ['created > now(1)', "Function 'now' expected '0' arguments but received '1'."],
    [
      'created > startOfDay(invalid)',
      "Duration for function 'startOfDay' should have the format (+/-)n(yMwdm), e.g -1M for 1 month earlier.",
    ],
    ['created > yesterday', `Date value 'yesterday' for field 'created' is invalid. ${FORMATS}`],
    ['created > "2026-02-30"', `Date value '2026-02-30' for field 'created' is invalid. ${FORMATS}`],
    ['created > "2026-11-01 24:30"', `Date value '2026-11-01 24:30' for field 'created' is invalid. ${FORMATS}`],
    ['created > "-1M"', `Date value '-1M' for field 'created' is invalid. ${FORMATS}`],
    ['created > "2026-11-01T10:00:00Z"', `Date value '2026-11-01T10:00:00Z' for field 'created' is invalid. ${FORMATS}`],
    ['status changed after "20/12/10"', `Date value '20/12/10' for predicate 'after' is invalid. ${FORMATS}`],
    ['status changed before (11, 12)', 'The BEFORE predicate must be supplied with only 1 date value.'],
    ['status changed during 11', 'The DURING predicate must be supplied with exactly 2 date values.'],
    ['status changed from fred', "The value 'fred' does not exist for the field 'status'."],
    ['comment is EMPTY', "The field 'comment' does not support searching for EMPTY values."],
    ['key in (SHOP-1, EMPTY)', "The field 'key' does not support searching for EMPTY values."],
    ['resolution < unresolved', "The operator '<' does not support searching for EMPTY values on the field 'resolution'."],
    ['status was in Done', "Operator 'was in' does not support the non-list value '\"Done\"' for field 'status'."],
    ['status not in 3 ORDER BY key', "Operator 'not in' does not support the non-list value '3' for field 'status'."],
    ['summary ~ ""', "The field 'summary' does not support searching for an empty string."],
    ['summary ~ "AND"', "Unable to parse the text 'AND' for field 'summary'."],
    ['summary ~ "BAD +"', "Unable to parse the text 'BAD +' for field 'summary'."],
    [
      'summary ~ "*abc"',
      "The text query '*abc' for field 'summary' is not valid: the '*' and '?' are not allowed as first character in wildcard query.",
    ],
    ['key = "10000"', "The issue key '10000' for field 'key' is invalid."],
    ['cf[10102] = many', "Value 'many' for the 'cf[10102]' field is not a valid number."],
    [
      'assignee in membersOf(ghosts)',
      "Function 'membersOf' can not generate a list of usernames for group 'ghosts'; the group does not exist.",
    ],
    ['project = SHOP ORDER BY bogus', "Not able to sort using field 'bogus'."],
    ['project = SHOP ORDER BY comment', "Field 'comment' does not support sorting."],
  ])('%s', (jql, error) => expect(answer(jql)).toBe(error));

  test('ORDER BY takes seven fields at most (POST /rest/api/3/search/jql)', () => {
    expect(answer('project = SHOP ORDER BY key, due, status, created, updated, labels, priority, assignee')).toContain(
      'maximum of 7 fields',
    );
  });

  test('every fault of a query is told, each once', () => {
    expect(search('foo = 1 AND foo = 2 AND project = NOPE ORDER BY bar')).toEqual({
      kind: 'invalid',
      errors: [
        "Field 'foo' does not exist or you do not have permission to view it.",
        "The value 'NOPE' does not exist for the field 'project'.",
        "Not able to sort using field 'bar'.",
      ],
    });
  });
});

describe('syntax', () => {
  test.each([
    ['invalid query', `Expecting operator but got 'query'. ${OPERATORS} (line 1, character 9)`],
    ['a', `Expecting operator before the end of the query. ${OPERATORS}`],
    ['a =', 'Expecting either a value, list or function before the end of the query.'],
    [
      'a = !',
      "Expecting either a value, list or function but got '!'. You must surround '!' in quotation marks to use it as a value. (line 1, character 5)",
    ],
    [
      'project = CF',
      "Expecting either a value, list or function but got 'CF'. You must surround 'CF' in quotation marks to use it as a value. (line 1, character 11)",
    ],
    ['a = b AND', 'Expecting a field name at the end of the query.'],
    ['a = b order by', 'Expecting a field name at the end of the query.'],
    [
      ', a = b',
      "Expecting a field name but got ','. You must surround ',' in quotation marks to use it as a field name. (line 1, character 1)",
    ],
    ['a=b c=d', "Expecting either 'OR' or 'AND' but got 'c'. (line 1, character 5)"],
    ['a is x', "Expecting 'EMPTY' or 'NULL' but got 'x'. (line 1, character 6)"],
    ['a = b order c', "Expecting 'by' but got 'c'. (line 1, character 13)"],
    ['a in (b', "Expecting ')' before the end of the query."],
    ['cf[x] = 1', "Expecting a custom field id (a positive number) but got 'x'. (line 1, character 4)"],
    ['(a=b and c = d', "Expecting ')' before the end of the query."],
    ["comment ~ 'test", "The quoted string 'test' has not been completed. (line 1, character 11)"],
    [
      'summary ~ abort',
      "'abort' is a reserved JQL word. You must surround it in quotation marks to use it in a query. (line 1, character 11)",
    ],
    [
      'reporter = rhea@example.com',
      "The character '@' is a reserved JQL character. You must enclose it in a string or use the escape '\\u0040' instead. (line 1, character 16)",
    ],
  ])('%s', (jql, sentence) => expect(answer(jql)).toBe(`Error in the JQL Query: ${sentence}`));
});

describe('what Jira has and the sandbox has not is named, never guessed', () => {
  test.each([
    ['sprint = 4', "the JQL field 'sprint'"],
    ['parent = SHOP-1', "the JQL field 'parent'"],
    ['"Epic Link" = SHOP-1', "the JQL field 'Epic Link'"],
    ['assignee.property[a].b = c', "the JQL field 'assignee.property'"],
    ['key in issueHistory()', "the JQL function 'issueHistory()'"],
    ['summary ~ "cart~"', "'~' in a text search ('cart~')"],
    ['summary ~ "a OR b c"', "a text search that mixes OR with other terms ('a OR b c')"],
    ['Twin ~ x', "a query by the name 'Twin', which several fields have; use cf[10104]"],
    ['project = SHOP ORDER BY rank', "the JQL field 'rank'"],
  ])('%s', (jql, what) => expect(answer(jql)).toBe(`${UNMODELLED}${what}.`));
});
