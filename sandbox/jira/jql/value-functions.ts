import type { Issue, Version } from '../model';
import type { Call } from './comparison';
import type { FunctionShape } from './function-call';
import { readDate } from './date-value';
import { JqlRefusal, refusals } from './refusal';
import type { SearchContext } from './search-context';

/** A function that gives ids of what its field holds. Source of all: the JQL functions page. */
export interface ValueFunction extends FunctionShape {
  readonly values: (call: Call, context: SearchContext) => readonly string[];
}

const MANY = 1_000;

/** Nobody for an anonymous searcher. */
const currentUser: ValueFunction = {
  gives: 'one',
  least: 0,
  most: 0,
  values: (_call, context) => (context.currentUser === null ? [] : [context.currentUser]),
};

const membersOf: ValueFunction = {
  gives: 'list',
  least: 1,
  most: 1,
  values: (call, { site }) => {
    const wanted = (call.args[0] ?? '').toLowerCase();
    const group = site.groups().find((name) => name.toLowerCase() === wanted);
    if (group === undefined) {
      throw new JqlRefusal(
        `Function '${call.name}' can not generate a list of usernames for group '${call.args[0] ?? ''}'; the group does not exist.`,
      );
    }
    return site.users().flatMap((user) => (user.groups.includes(group) ? [user.accountId] : []));
  },
};

export const USER_FUNCTIONS: Readonly<Record<string, ValueFunction>> = { currentuser: currentUser, membersof: membersOf };

/** Versions of the named projects, or of all; archived ones count (Jira's AbstractVersionsFunction asks for them too). */
function versionsOf(call: Call, context: SearchContext, keep: (version: Version) => boolean): readonly Version[] {
  const projects = call.args.map((name) => {
    const wanted = name.toLowerCase();
    const project = context.site
      .projects()
      .find((one) => [one.key, one.name, one.id].some((word) => word.toLowerCase() === wanted));
    if (project === undefined) {
      throw new JqlRefusal(`Could not resolve the project '${name}' provided to function '${call.name}'.`);
    }
    return project.id;
  });
  return context.site
    .versions()
    .filter((version) => keep(version) && (projects.length === 0 || projects.includes(version.projectId)));
}

function versions(released: boolean): ValueFunction {
  return {
    gives: 'list',
    least: 0,
    most: MANY,
    values: (call, context) => versionsOf(call, context, (version) => version.released === released).map(({ id }) => id),
  };
}

/** One version per project by the project's order of versions, not by release dates. */
function boundVersion(released: boolean, pick: 'first' | 'last'): ValueFunction {
  return {
    gives: 'either',
    least: 1,
    most: MANY,
    values: (call, context) => {
      const perProject = new Map<string, string>();
      for (const { id, projectId } of versionsOf(call, context, (version) => version.released === released)) {
        if (pick === 'last' || !perProject.has(projectId)) perProject.set(projectId, id);
      }
      return [...perProject.values()];
    },
  };
}

export const VERSION_FUNCTIONS: Readonly<Record<string, ValueFunction>> = {
  releasedversions: versions(true),
  unreleasedversions: versions(false),
  latestreleasedversion: boundVersion(true, 'last'),
  earliestunreleasedversion: boundVersion(false, 'first'),
};

function issueTypes(subtask: boolean): ValueFunction {
  const values = (_call: Call, { site }: SearchContext): readonly string[] =>
    site.issueTypes().flatMap((type) => (type.subtask === subtask ? [type.id] : []));
  return { gives: 'list', least: 0, most: 0, values };
}

export const TYPE_FUNCTIONS: Readonly<Record<string, ValueFunction>> = {
  standardissuetypes: issueTypes(false),
  subtaskissuetypes: issueTypes(true),
};

/** `linkedIssues("SHOP-1", "is caused by")`: the link description is read from the named issue's side. */
const linkedIssues: ValueFunction = {
  gives: 'list',
  least: 1,
  most: MANY,
  values: (call, context) => {
    const [reference = '', ...descriptions] = call.args;
    const issue = context.issues.find(({ id, key }) => id === reference || key.toLowerCase() === reference.toLowerCase());
    if (issue === undefined) {
      throw new JqlRefusal(`Issue '${reference}' could not be found in function '${call.name}'.`);
    }
    return linkedTo(issue.id, descriptions, call, context);
  },
};

function linkedTo(issueId: string, descriptions: readonly string[], call: Call, { site }: SearchContext): readonly string[] {
  const types = site.issueLinkTypes();
  const wanted = descriptions.map((description) => {
    const word = description.toLowerCase();
    const outward = types.filter((type) => type.outward.toLowerCase() === word || type.name.toLowerCase() === word);
    const inward = types.filter((type) => type.inward.toLowerCase() === word || type.name.toLowerCase() === word);
    if (outward.length + inward.length === 0) {
      throw new JqlRefusal(`Issue link type '${description}' could not be found in function '${call.name}'.`);
    }
    return { outward: new Set(outward.map(({ id }) => id)), inward: new Set(inward.map(({ id }) => id)) };
  });
  const all = wanted.length === 0;
  return site.issueLinks().flatMap((link) => {
    const others: string[] = [];
    if (link.inwardIssueId === issueId && (all || wanted.some(({ outward }) => outward.has(link.typeId)))) {
      others.push(link.outwardIssueId);
    }
    if (link.outwardIssueId === issueId && (all || wanted.some(({ inward }) => inward.has(link.typeId)))) {
      others.push(link.inwardIssueId);
    }
    return others;
  });
}

/** `updatedBy(user, from, to)`: created, changed or commented on by that user in that time. */
const updatedBy: ValueFunction = {
  gives: 'list',
  least: 1,
  most: 3,
  values: (call, context) => {
    const [name = '', from, to] = call.args;
    const wanted = name.toLowerCase();
    const user = context.site
      .users()
      .find((one) => [one.accountId, one.displayName, one.emailAddress].some((word) => word.toLowerCase() === wanted));
    if (user === undefined) throw refusals.unknownValue(name, call.name);
    const first = argumentDate(call, from, context) ?? -Infinity;
    const last = argumentDate(call, to, context) ?? Infinity;
    const within = (instant: string): boolean => Date.parse(instant) >= first && Date.parse(instant) <= last;
    return context.issues.filter((issue) => wasTouchedBy(issue, user.accountId, within)).map(({ id }) => id);
  },
};

function wasTouchedBy(issue: Issue, accountId: string, within: (instant: string) => boolean): boolean {
  return (
    (issue.creator === accountId && within(issue.created)) ||
    issue.histories.some(({ author, created }) => author === accountId && within(created)) ||
    issue.comments.some(({ author, created }) => author === accountId && within(created))
  );
}

function argumentDate(call: Call, text: string | undefined, context: SearchContext): number | null {
  if (text === undefined) return null;
  const date = readDate({ kind: 'literal', value: text, quoted: true }, context);
  if (date === null) throw new JqlRefusal(`Date value '${text}' for function '${call.name}' is invalid.`);
  return date.at.getTime();
}

export const ISSUE_FUNCTIONS: Readonly<Record<string, ValueFunction>> = { linkedissues: linkedIssues, updatedby: updatedBy };
