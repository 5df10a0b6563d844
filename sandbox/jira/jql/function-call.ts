import type { OperatorValue } from '@atlaskit/jql-ast';
import type { Call } from './comparison';
import { takesList } from './comparison';
import { JqlRefusal, refusals, unmodelled } from './refusal';

/** What a function needs to be used rightly: Jira's `isList` and argument counts. */
export interface FunctionShape {
  readonly gives: 'one' | 'list' | 'either';
  readonly least: number;
  readonly most: number;
}

/** Functions of Jira that the sandbox knows; which field takes which is the field's matter. */
const KNOWN = new Set(
  (
    'currentuser membersof releasedversions unreleasedversions latestreleasedversion earliestunreleasedversion ' +
    'standardissuetypes subtaskissuetypes linkedissues updatedby now startofday startofweek startofmonth startofyear ' +
    'endofday endofweek endofmonth endofyear'
  ).split(' '),
);

/** From the JQL functions page; apps' functions (`issueFunction`) are not Jira's. */
const UNMODELLED_FUNCTIONS = new Set(
  (
    'approved approver breached cascadeoption choiceoption closedsprints completed componentsleadbyuser currentlogin customerdetail ' +
    'elapsed entitlementdetail entitlementproduct everbreached futuresprints issuehistory issueswithremotelinksbyglobalid lastlogin ' +
    'linkedissue myapproval mypending opensprints organizationdetail organizationmembers parentepic paused pending pendingby ' +
    'portfoliochildissuesof projectsleadbyuser projectswhereuserhaspermission projectswhereuserhasrole remaining running ' +
    'votedissues watchedissues withincalendarhours'
  ).split(' '),
);

/** Checks name, use and number of arguments of a call to one of `functions`, keyed in lower case, and gives the function. */
export function functionFor<Shape extends FunctionShape>(
  field: string,
  operator: OperatorValue,
  call: Call,
  functions: Readonly<Record<string, Shape>>,
): Shape {
  const name = call.name.toLowerCase();
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (found === undefined) {
    if (UNMODELLED_FUNCTIONS.has(name)) throw unmodelled(`the JQL function '${call.name}()'`);
    throw KNOWN.has(name) ? refusals.functionForField(call.name, field) : refusals.unknownFunction(call.written);
  }
  if (call.alone && found.gives === 'list' && !takesList(operator)) throw refusals.listValue(operator, call.written, field);
  if (call.alone && found.gives === 'one' && takesList(operator)) throw refusals.nonListValue(operator, call.written, field);
  checkArguments(call, found);
  return found;
}

function checkArguments(call: Call, { least, most }: FunctionShape): void {
  const count = call.args.length;
  if (count >= least && count <= most) return;
  const expected = least === most ? `'${least}'` : `between '${least}' and '${most}'`;
  throw new JqlRefusal(`Function '${call.name}' expected ${expected} arguments but received '${count}'.`);
}
