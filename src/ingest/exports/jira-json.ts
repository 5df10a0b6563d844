import { ExportProblem, unfinished } from './export-problem';
import type { ExportListener, ExportReader } from './exported-issue';
import { JiraIssueReader } from './jira-issue';
import { comma, closeBracket, JsonCursor, openBrace, openBracket, quote } from './json-cursor';
import { decoded } from './text-pool';

/** No issue, and nothing else that is read at once, is larger. */
const mostBytes = 32 * 1024 * 1024;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const issuesName = bytesOf('issues');
const totalName = bytesOf('total');
const isLastName = bytesOf('isLast');
const errorsName = bytesOf('errorMessages');

/**
 * Reads issues out of JSON in any of the shapes that exports have: a page of search results `{"issues": […]}`, many of them one after the
 * other, a list of pages or of issues, or an issue or a page on each line.
 */
export function jiraJson(severityField: string, listener: ExportListener, withWords: boolean): ExportReader {
  const cursor = new JsonCursor();
  const reader = new JiraIssueReader(cursor, severityField, withWords);
  /** Between documents; among the issues of a page; in a page, behind them. */
  let place: 'outside' | 'issues' | 'page' = 'outside';
  let inList = false;
  let listIsFresh = false;
  let needsComma = false;
  let page: { total: number | null; isLast: boolean | null } = { total: null, isLast: null };
  /** Bytes that must be there before another try is worth it. */
  let enough = 0;

  const outside = (): void => {
    const byte = cursor.next();
    if (byte === comma && inList && needsComma) [needsComma, listIsFresh] = [false, false];
    else if (byte === closeBracket && inList && (needsComma || listIsFresh)) [inList, needsComma] = [false, false];
    else if (byte === openBracket && !inList) [inList, listIsFresh, needsComma] = [true, true, false];
    else if (byte === openBrace && !needsComma) return document();
    else cursor.refuse();
    cursor.at += 1;
  };
  /** An issue, or a page as far as its issues. */
  const document = (): void => {
    const start = cursor.at;
    const found: string[] = [];
    let error: string | null = null;
    const told: typeof page = { total: null, isLast: null };
    reader.begin();
    cursor.enterObject();
    try {
      while (cursor.member()) {
        if (found.length < 4)
          found.push(decoded(cursor.bytes.subarray(cursor.start, Math.min(cursor.end, cursor.start + 30)), false));
        if (cursor.is(issuesName) && cursor.next() === openBracket) {
          cursor.enterList();
          [place, page] = ['issues', told];
          return;
        }
        if (cursor.is(errorsName)) error = errorIn();
        else if (!pageMember(told)) reader.member();
      }
      if (error !== null) throw new ExportProblem(`Jira answered with an error instead of issues: ${error}`);
      if (!reader.looksLikeIssue()) throw new ExportProblem(foreign(found));
      listener.issue(reader.finish());
      needsComma = inList;
    } catch (thrown) {
      throw reader.problem(thrown, start);
    }
  };
  const inIssues = (): void => {
    if (!cursor.element()) {
      place = 'page';
      return;
    }
    cursor.next();
    const start = cursor.at;
    reader.begin();
    cursor.enterObject();
    try {
      while (cursor.member()) reader.member();
      listener.issue(reader.finish());
    } catch (thrown) {
      throw reader.problem(thrown, start);
    }
  };
  const inPage = (): void => {
    if (cursor.member()) {
      if (cursor.is(issuesName)) throw new ExportProblem(`At byte ${cursor.place()} a page has "issues" a second time.`);
      if (!pageMember(page)) cursor.skip();
      return;
    }
    listener.page(page);
    [place, needsComma] = ['outside', inList];
  };
  const pageMember = (of: typeof page): boolean => {
    if (cursor.is(totalName)) of.total = Number(scalarText()) || null;
    else if (cursor.is(isLastName)) of.isLast = scalarText() !== 'false';
    else return false;
    return true;
  };
  const scalarText = (): string => {
    cursor.next();
    const start = cursor.at;
    cursor.skip();
    // A scalar of its own may go on in bytes that are not there yet.
    if (cursor.left() <= 0) throw unfinished;
    return decoded(cursor.bytes.subarray(start, Math.min(cursor.at, start + 40)), false);
  };
  const errorIn = (): string | null => {
    if (cursor.next() !== openBracket) {
      cursor.skip();
      return null;
    }
    cursor.enterList();
    let error: string | null = null;
    while (cursor.element())
      if (cursor.next() === quote) {
        cursor.string();
        error ??= decoded(cursor.bytes.subarray(cursor.start, cursor.end), cursor.escaped);
      } else cursor.skip();
    return error;
  };

  const steps = { outside, issues: inIssues, page: inPage };
  const run = (): void => {
    for (;;) {
      const { at, fresh } = cursor;
      try {
        steps[place]();
      } catch (thrown) {
        if (thrown !== unfinished) throw thrown;
        [cursor.at, cursor.fresh] = [at, fresh];
        return;
      }
    }
  };
  return {
    write(bytes) {
      cursor.feed(bytes);
      if (cursor.left() < enough) return;
      run();
      if (cursor.left() > mostBytes)
        throw new ExportProblem(
          `At byte ${cursor.place()} begins what is larger than ${mostBytes / 1024 / 1024} MB: that is no issue.`,
        );
      // What is large is not gone through again for every piece of it.
      enough = 2 * cursor.left();
    },
    end() {
      run();
      cursor.next();
      if (place === 'outside' && !inList && cursor.left() <= 0) return;
      throw new ExportProblem(
        `The file is cut off: it ends after ${cursor.place() + cursor.left() - 1} bytes in the middle of something.`,
      );
    },
  };
}

function foreign(members: readonly string[]): string {
  const had = members.length === 0 ? 'nothing' : members.map((name) => `"${name}"`).join(', ');
  return `This is JSON, but no Jira issue: it has ${had}.`;
}
