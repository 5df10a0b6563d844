import type { Component, Issue } from '../jira/model';
import type { AppField, AppFieldValue } from './app-fields';
import { seedFieldId } from './app-fields';
import { ISSUE_TYPE, PRIORITY } from './catalogue';
import { addComments } from './defect-comments';
import type { DefectPlan, Severity } from './defect-plan';
import { severityNumber } from './defect-plan';
import type { NameOf } from './issue-changes';
import { takeStep } from './issue-changes';
import type { Crew } from './lifecycle';
import { crewOf, lifeOf, priorityOf } from './lifecycle';
import type { IssuePlace } from './new-issue';
import { newIssue } from './new-issue';
import type { Prng } from './prng';
import type { Report, Setting } from './reports/report';
import { reportOf } from './reports/report';
import { DAY } from './time';
import type { PlannedVersion } from './versions';
import { inProductionAt, releasesAfter, startOf } from './versions';

/** What all defects of one project are written with. */
export interface Desk {
  readonly versions: readonly PlannedVersion[];
  readonly components: readonly Component[];
  readonly name: NameOf;
  readonly titles: Set<string>;
  readonly confidential: ReadonlySet<DefectPlan>;
  readonly confidentialLevelId: string;
  readonly prng: Prng;
}

const buildOf = (plan: DefectPlan, versions: readonly PlannedVersion[]): string => {
  const live = plan.detectedIn === 'production' || plan.detectedIn === 'canary';
  const version = live ? inProductionAt(versions, plan.created) : (plan.target ?? releasesAfter(versions, plan.created)[0]);
  if (!version) return '0.0.0-1';
  return `${version.version.name}-${Math.max(3, Math.round((3 * (plan.created - startOf(version))) / DAY))}`;
};

const settingOf = (plan: DefectPlan, versions: readonly PlannedVersion[]): Setting => ({
  stage: plan.detectedIn,
  build: buildOf(plan, versions),
  severity: severityNumber(plan.severity),
});

const SEVERITIES: readonly Severity[] = ['S1', 'S2', 'S3', 'S4'];
const neighbour = (severity: Severity, prng: Prng): Severity => {
  const index = SEVERITIES.indexOf(severity);
  const choices = [SEVERITIES[index - 1], SEVERITIES[index + 1]].filter((choice) => choice !== undefined);
  return prng.pick(choices);
};

const firstSeverity = (plan: DefectPlan, prng: Prng): Severity | null => {
  if (plan.severitySet === 'at creation') return plan.severity;
  return plan.severitySet === 'corrected' ? neighbour(plan.severity, prng) : null;
};

const firstFields = (plan: DefectPlan, prng: Prng): Record<string, AppFieldValue> => {
  const early = prng.chance(0.5);
  const values: readonly (readonly [AppField, AppFieldValue])[] = [
    ['defect-severity', firstSeverity(plan, prng)],
    ['customer-tier', plan.tier],
    ['detected-in', plan.detectedIn],
    ['users-affected', early ? plan.usersAffected : null],
    ['workaround', early ? plan.workaround : null],
  ];
  return Object.fromEntries(values.filter(([, value]) => value !== null).map(([key, value]) => [seedFieldId(key), value]));
};

const labelsOf = (plan: DefectPlan, report: Report, prng: Prng): string[] => {
  const labels: string[] = [];
  if (plan.detectedIn === 'production' && prng.chance(0.6)) labels.push('customer-report');
  if (prng.chance(0.1)) labels.push('regression');
  if (report.incident.trace && prng.chance(0.3)) labels.push('has-trace');
  return labels;
};

const firstIssue = (plan: DefectPlan, place: IssuePlace, crew: Crew, report: Report, desk: Desk): Issue => {
  const component = desk.components.find(({ name }) => name === report.incident.area.component);
  return newIssue(place, plan.created, {
    issueTypeId: ISSUE_TYPE.bug,
    summary: report.title,
    description: report.description,
    reporter: crew.reporter,
    priorityId: desk.prng.chance(0.45) ? priorityOf(plan) : PRIORITY.medium,
    labels: labelsOf(plan, report, desk.prng),
    componentIds: component ? [component.id] : [],
    affectsVersionIds: plan.affects ? [plan.affects.version.id] : [],
    securityLevelId: desk.confidential.has(plan) ? desk.confidentialLevelId : null,
    customFields: firstFields(plan, desk.prng),
  });
};

/** Writes a planned defect down: its report, then everything that happened to it. */
export const writeDefect = (plan: DefectPlan, place: IssuePlace, desk: Desk): Issue => {
  const crew = crewOf(plan, desk.prng);
  const report = reportOf(plan.incident, settingOf(plan, desk.versions), desk.titles, desk.prng);
  const life = lifeOf(plan, crew, desk.versions, desk.prng);
  const issue = firstIssue(plan, place, crew, report, desk);
  if (life.firstTarget) issue.fixVersionIds = [life.firstTarget.version.id];
  for (const step of life.steps) takeStep(issue, step, desk.name);
  addComments(issue, plan, crew, desk.prng);
  return issue;
};
