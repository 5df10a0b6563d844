import type { BrokenRun, ProposeClosing, Reopen } from './decision';
import { failureText, firstOf, fitting, howOften, placeOf, summaryOf, type DescribedDefect } from './describe';
import type { DocumentBlock } from './document';
import { cut } from './excerpt';
import type { FailureGroup, TestRun } from './run';

/** Why a defect that was done is open again. */
export function reopenComment({ why }: Reopen, group: FailureGroup, run: TestRun): DocumentBlock[] {
  return fitting((most) => [
    { kind: 'paragraph', text: why },
    { kind: 'bullets', items: [...placeOf(run), { label: 'Seen', text: howOften(group), href: null }] },
    { kind: 'code', text: failureText(group, most) },
  ]);
}

/** Asks somebody to close a defect that is no longer seen. */
export function closingComment({ why, at }: ProposeClosing): DocumentBlock[] {
  return [
    { kind: 'paragraph', text: why },
    {
      kind: 'paragraph',
      text: `The newest of these runs was at ${at.slice(0, 16).replace('T', ' ')} UTC. If it is fixed, close this defect; it opens again if the failure comes back.`,
    },
  ];
}

/** How a broken run reads as one defect. */
export function describeBrokenRun(broken: BrokenRun, run: TestRun): DescribedDefect {
  const summary = `Run broken: ${count(broken)} in ${run.suite} in ${run.environment}`;
  return { summary: cut(summary, 240), description: brokenRun(broken, run), severity: broken.severity };
}

/** What another broken run adds to the defect that is open. */
export function brokenRunComment(broken: BrokenRun, run: TestRun): DocumentBlock[] {
  return brokenRun(broken, run);
}

function brokenRun(broken: BrokenRun, run: TestRun): DocumentBlock[] {
  const fingerprints = new Set(broken.fingerprints);
  const groups = run.failures
    .filter(({ fingerprint }) => fingerprints.has(fingerprint))
    .sort((a, b) => b.count - a.count || (a.fingerprint < b.fingerprint ? -1 : 1));
  return [
    { kind: 'paragraph', text: broken.why },
    { kind: 'bullets', items: placeOf(run) },
    { kind: 'heading', text: 'New failures' },
    { kind: 'bullets', items: firstOf(groups, (group) => `${cut(summaryOf(group, false), 140)} (${howOften(group)})`) },
    { kind: 'paragraph', text: 'Each of these becomes a defect of its own where a later run that is not broken shows it.' },
  ];
}

function count({ fingerprints }: BrokenRun): string {
  return fingerprints.length === 1 ? '1 new failure' : `${fingerprints.length} new failures`;
}
