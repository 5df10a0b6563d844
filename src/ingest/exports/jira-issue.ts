import { ExportProblem, unfinished, Unlike } from './export-problem';
import type { ExportedChange, ExportedIssue, Named } from './exported-issue';
import { openBrace, openBracket, quote } from './json-cursor';
import type { JsonCursor } from './json-cursor';
import { digits, MomentReader } from './jira-time';
import { Repeats } from './repeats';
import { decoded, TextPool } from './text-pool';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const keyName = bytesOf('key');
const fieldsName = bytesOf('fields');
const changelogName = bytesOf('changelog');
const createdName = bytesOf('created');
const updatedName = bytesOf('updated');
const resolutiondateName = bytesOf('resolutiondate');
const statusName = bytesOf('status');
const summaryName = bytesOf('summary');
const assigneeName = bytesOf('assignee');
const displayName = bytesOf('displayName');
const statusCategoryName = bytesOf('statusCategory');
const totalName = bytesOf('total');
const historiesName = bytesOf('histories');
const itemsName = bytesOf('items');
const idName = bytesOf('id');
const nameName = bytesOf('name');
const valueName = bytesOf('value');
const customName = bytesOf('custom');
const fieldName = bytesOf('field');
const fieldIdName = bytesOf('fieldId');
const fieldtypeName = bytesOf('fieldtype');
const fromName = bytesOf('from');
const fromStringName = bytesOf('fromString');
const toName = bytesOf('to');
const toStringName = bytesOf('toString');
const mostKey = 255;
/** More digits are no number that can be told from the next. */
const mostDigits = 15;

/** Where a text stands in the bytes; `end` is -1 where there is none. */
class Spot {
  start = 0;
  end = -1;
  escaped = false;
}

interface Move {
  readonly from: Named;
  readonly to: Named;
}

/**
 * Reads issues as Jira's REST interface gives them, member by member, and makes nothing of what it does not need: an export is mostly
 * that.
 */
export class JiraIssueReader {
  private readonly texts = new TextPool();
  private readonly moments = new MomentReader();
  private readonly pairs = new Map<string | null, Map<string | null, Named>>();
  private readonly severityField: Uint8Array;
  private readonly from = new Spot();
  private readonly fromText = new Spot();
  private readonly to = new Spot();
  private readonly toText = new Spot();
  private readonly people = new Repeats<true>();
  private readonly items = new Repeats<Move | null>();
  private readonly names = new Repeats<readonly [Named | null, string | null]>();
  /** The changes of the status in the history that is being read. */
  private moves: Move[] = [];
  private issue = nothing();

  /**
   * @param severityField id of the field that tells the severity, e.g. `priority` or `customfield_10042`
   * @param withWords whether summaries and names are read, too
   */
  constructor(
    private readonly cursor: JsonCursor,
    severityField: string,
    private readonly withWords: boolean,
  ) {
    this.severityField = bytesOf(severityField);
  }

  begin(): void {
    this.issue = nothing();
  }

  /** Reads the member that the cursor stands at, or passes it. @throws Unfinished, Unlike, ExportProblem */
  member(): void {
    const { cursor, issue } = this;
    if (cursor.is(keyName)) issue.key = this.key();
    else if (cursor.is(fieldsName)) this.fields();
    else if (cursor.is(changelogName)) this.changelog();
    else cursor.skip();
  }

  /** Whether a member that only issues have has been there. */
  looksLikeIssue(): boolean {
    return this.issue.key !== null || this.issue.fields;
  }

  /** @throws Unlike where something is missing */
  finish(): ExportedIssue {
    const { key, fields, created, status, changes } = this.issue;
    if (key === null) throw new Unlike('it has no "key"');
    if (!fields) throw new Unlike('it has no "fields"; ask Jira for all fields and for the changelog');
    if (created === null) throw new Unlike('"fields" has no "created"');
    if (status === null) throw new Unlike('"fields" has no "status"');
    const { severity, updated, resolved, tellsResolution, category, total, histories } = this.issue;
    const latest = Math.max(this.issue.latest, created, updated ?? created, resolved ?? created);
    const historiesLeftOut = changes === null ? 0 : Math.max(0, total - histories);
    const moments = { created, updated, resolved, tellsResolution, latest };
    const known = { key, severity, ...moments, status, category, changes, historiesLeftOut };
    if (!this.withWords) return known;
    const { summary, assignee } = this.issue;
    return { ...known, words: { summary, assignee } };
  }

  /** Says of which issue something is wrong. @param start where the issue begins */
  problem(thrown: unknown, start: number): unknown {
    if (!(thrown instanceof Unlike)) return thrown;
    return new ExportProblem(`${this.keyFrom(start)} is not as Jira writes issues: ${thrown.message}.`);
  }

  private keyFrom(start: number): string {
    const { cursor } = this;
    cursor.at = start;
    const otherwise = `The issue at byte ${cursor.place()}`;
    cursor.enterObject();
    let key = otherwise;
    while (cursor.member()) {
      const isKey = cursor.is(keyName);
      if (!isKey || cursor.next() !== quote) cursor.skip();
      else {
        cursor.string();
        key = decoded(cursor.bytes.subarray(cursor.start, Math.min(cursor.end, cursor.start + 40)), false);
      }
    }
    return key;
  }

  private fields(): void {
    const { cursor, issue } = this;
    this.expectObject('fields');
    issue.fields = true;
    while (cursor.member()) {
      if (cursor.is(createdName)) issue.created = this.moment('created');
      else if (cursor.is(updatedName)) issue.updated = this.maybeMoment('updated');
      else if (cursor.is(resolutiondateName)) {
        issue.resolved = this.maybeMoment('resolutiondate');
        issue.tellsResolution = true;
      } else if (cursor.is(statusName)) {
        // Its own field may be asked for as the severity; a status is read as such either way.
        [issue.status, issue.category] = this.named();
        if (issue.status === null) throw new Unlike('"status" has neither a name nor an id');
      } else if (cursor.is(this.severityField)) [issue.severity] = this.named();
      else if (!this.withWords) this.skip();
      else if (cursor.is(summaryName)) issue.summary = this.ownText();
      else if (cursor.is(assigneeName)) issue.assignee = this.person();
      else this.skip();
    }
  }

  /** A text that comes once; null for anything else. */
  private ownText(): string | null {
    const { cursor } = this;
    if (cursor.next() !== quote) {
      cursor.skip();
      return null;
    }
    cursor.string();
    return decoded(cursor.bytes.subarray(cursor.start, cursor.end), cursor.escaped);
  }

  /** The name of a person as Jira shows it. */
  private person(): string | null {
    const { cursor } = this;
    if (cursor.next() !== openBrace) {
      cursor.skip();
      return null;
    }
    let name: string | null = null;
    cursor.enterObject();
    while (cursor.member())
      if (cursor.is(displayName)) name = this.maybeText();
      else cursor.skip();
    return name;
  }

  /** Passes a value that may be one of those that come again and again. */
  private skip(): void {
    const { cursor, people } = this;
    if (cursor.next() !== openBrace) return cursor.skip();
    if (people.pass(cursor) !== undefined) return;
    cursor.skip();
    people.offer(cursor, true);
  }

  /** What has a name: an object with `name` or `value`, or a text. @returns it, and the key of its category */
  private named(): readonly [Named | null, string | null] {
    const { cursor, names } = this;
    const first = cursor.next();
    const known = first === openBrace ? names.pass(cursor) : undefined;
    if (known !== undefined) return known;
    const named = this.namedFrom(first);
    if (first === openBrace) names.offer(cursor, named);
    return named;
  }

  private namedFrom(first: number): readonly [Named | null, string | null] {
    const { cursor } = this;
    if (first === quote) {
      const name = this.text();
      return [name === '' ? null : this.pair(null, name), null];
    }
    let id: string | null = null;
    let name: string | null = null;
    let category: string | null = null;
    if (first !== openBrace) cursor.skip();
    else {
      cursor.enterObject();
      while (cursor.member()) {
        if (cursor.is(idName)) id = this.maybeText();
        else if (cursor.is(nameName) || cursor.is(valueName)) name = this.maybeText();
        else if (cursor.is(statusCategoryName)) category = this.categoryKey();
        else cursor.skip();
      }
    }
    return [id === null && name === null ? null : this.pair(id, name), category];
  }

  private categoryKey(): string | null {
    const { cursor } = this;
    if (cursor.next() !== openBrace) {
      cursor.skip();
      return null;
    }
    let key: string | null = null;
    cursor.enterObject();
    while (cursor.member())
      if (cursor.is(keyName)) key = this.maybeText();
      else cursor.skip();
    return key;
  }

  private changelog(): void {
    const { cursor, issue } = this;
    [issue.changes, issue.total, issue.histories] = [null, 0, 0];
    if (cursor.isNull()) return;
    this.expectObject('changelog');
    while (cursor.member()) {
      if (cursor.is(totalName)) issue.total = this.count();
      else if (cursor.is(historiesName)) issue.changes = this.histories();
      else cursor.skip();
    }
  }

  private histories(): ExportedChange[] {
    const { cursor, issue } = this;
    const changes: ExportedChange[] = [];
    const places: number[] = [];
    issue.histories = 0;
    this.expectList('histories');
    while (cursor.element()) {
      this.history(changes);
      while (places.length < changes.length) places.push(issue.histories);
      issue.histories += 1;
    }
    return changes.some(({ order }) => Number.isNaN(order)) ? inOrderOfPlaces(changes, places) : changes;
  }

  private history(changes: ExportedChange[]): void {
    const { cursor, issue } = this;
    let at = NaN;
    let order = NaN;
    let hasItems = false;
    if (this.moves.length > 0) this.moves = [];
    this.expectObject('histories');
    while (cursor.member()) {
      if (cursor.is(createdName)) at = this.moment('histories.created');
      else if (cursor.is(idName)) order = this.historyId();
      else if (cursor.is(itemsName)) {
        hasItems = true;
        this.expectList('items');
        while (cursor.element()) this.item();
      } else this.skip();
    }
    if (Number.isNaN(at) || !hasItems) throw new Unlike('a history of its changelog has no "created" or no "items"');
    if (at > issue.latest) issue.latest = at;
    for (const { from, to } of this.moves) changes.push({ at, order, from, to });
  }

  /** Keeps a change of the status in `moves`. */
  private item(): void {
    const { cursor, items } = this;
    let move = items.pass(cursor);
    if (move === undefined) {
      move = this.move();
      items.offer(cursor, move);
    }
    if (move !== null) this.moves.push(move);
  }

  /** @returns null for a change of anything else */
  private move(): Move | null {
    const { cursor } = this;
    let named: boolean | null = null;
    let identified: boolean | null = null;
    let custom: boolean | null = null;
    this.from.end = this.fromText.end = this.to.end = this.toText.end = -1;
    this.expectObject('items');
    while (cursor.member()) {
      if (cursor.is(fieldName)) named = this.isText(statusName);
      else if (cursor.is(fieldIdName)) identified = this.isText(statusName);
      else if (cursor.is(fieldtypeName)) custom = this.isText(customName);
      else if (cursor.is(fromName)) this.keep(this.from);
      else if (cursor.is(fromStringName)) this.keep(this.fromText);
      else if (cursor.is(toName)) this.keep(this.to);
      else if (cursor.is(toStringName)) this.keep(this.toText);
      else cursor.skip();
    }
    // A site's own field may be called "status", too.
    if (identified !== true && (identified !== null || named !== true || custom === true)) return null;
    const from = this.pair(this.kept(this.from), this.kept(this.fromText));
    return { from, to: this.pair(this.kept(this.to), this.kept(this.toText)) };
  }

  /** Passes a value. @returns whether it is this text; null where it is none, or an empty one */
  private isText(text: Uint8Array): boolean | null {
    const { cursor } = this;
    if (cursor.next() !== quote) {
      cursor.skip();
      return null;
    }
    cursor.string();
    return cursor.end === cursor.start ? null : cursor.is(text);
  }

  private keep(spot: Spot): void {
    const { cursor } = this;
    spot.end = -1;
    if (cursor.isNull()) return;
    if (cursor.next() !== quote) return cursor.skip();
    cursor.string();
    spot.start = cursor.start;
    spot.end = cursor.end;
    spot.escaped = cursor.escaped;
  }

  private kept({ start, end, escaped }: Spot): string | null {
    return end < 0 ? null : this.texts.text(this.cursor.bytes, start, end, escaped);
  }

  private pair(id: string | null, name: string | null): Named {
    const byName = this.pairs.get(id) ?? new Map<string | null, Named>();
    const known = byName.get(name);
    if (known !== undefined) return known;
    const pair = { id, name };
    this.pairs.set(id, byName.set(name, pair));
    return pair;
  }

  private key(): string {
    const { cursor } = this;
    if (cursor.next() !== quote) throw this.unlike('"key" is no text');
    cursor.string();
    if (cursor.end === cursor.start || cursor.end - cursor.start > mostKey) throw new Unlike('"key" is empty or very long');
    return decoded(cursor.bytes.subarray(cursor.start, cursor.end), cursor.escaped);
  }

  private text(): string {
    const { cursor } = this;
    cursor.string();
    return this.texts.text(cursor.bytes, cursor.start, cursor.end, cursor.escaped);
  }

  /** A text or a number; null for anything else. */
  private maybeText(): string | null {
    const { cursor } = this;
    const first = cursor.next();
    if (first === quote) return this.text();
    const start = cursor.at;
    cursor.skip();
    return isDigit(first) ? this.texts.text(cursor.bytes, start, cursor.at, false) : null;
  }

  private count(): number {
    return Math.max(0, Number(this.maybeText() ?? 0)) || 0;
  }

  /** @returns NaN where it does not count up */
  private historyId(): number {
    const { cursor } = this;
    const isText = cursor.next() === quote;
    const from = cursor.at;
    if (isText) cursor.string();
    else cursor.skip();
    const start = isText ? cursor.start : from;
    const end = isText ? cursor.end : cursor.at;
    return end - start > mostDigits ? NaN : digits(cursor.bytes, start, end - start);
  }

  private maybeMoment(member: string): number | null {
    return this.cursor.isNull() ? null : this.moment(member);
  }

  private moment(member: string): number {
    const { cursor } = this;
    if (cursor.next() !== quote) throw this.unlike(`"${member}" is no date`);
    cursor.string();
    const moment = this.moments.read(cursor.bytes, cursor.start, cursor.end);
    if (Number.isNaN(moment)) throw new Unlike(`"${member}" is no date with a time zone between 1970 and 2100`);
    return moment;
  }

  private expectObject(member: string): void {
    if (this.cursor.next() !== openBrace) throw this.unlike(`"${member}" is not an object`);
    this.cursor.enterObject();
  }

  private expectList(member: string): void {
    if (this.cursor.next() !== openBracket) throw this.unlike(`"${member}" is not a list`);
    this.cursor.enterList();
  }

  /** Nothing is wrong yet where the bytes end. */
  private unlike(sentence: string): Error {
    return this.cursor.left() <= 0 ? unfinished : new Unlike(sentence);
  }
}

const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/** What is known of the issue that is being read. */
interface Known {
  key: string | null;
  fields: boolean;
  created: number | null;
  updated: number | null;
  resolved: number | null;
  tellsResolution: boolean;
  status: Named | null;
  category: string | null;
  severity: Named | null;
  summary: string | null;
  assignee: string | null;
  changes: ExportedChange[] | null;
  total: number;
  histories: number;
  latest: number;
}

const nothing = (): Known => ({
  ...{ key: null, fields: false, created: null, updated: null, resolved: null, tellsResolution: false, status: null },
  ...{ category: null, severity: null, summary: null, assignee: null, changes: null, total: 0, histories: 0, latest: -Infinity },
});

/** Where histories have no ids that count up: by their places in the list, which begins with the newest or with the oldest. */
function inOrderOfPlaces(changes: readonly ExportedChange[], places: readonly number[]): ExportedChange[] {
  const sign = (changes.at(0)?.at ?? 0) > (changes.at(-1)?.at ?? 0) ? -1 : 1;
  return changes.map((change, n) => ({ ...change, order: sign * (places[n] ?? 0) }));
}
