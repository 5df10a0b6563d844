import type { Comment, Issue } from '../jira/model';
import type { DefectPlan } from './defect-plan';
import type { Crew } from './lifecycle';
import { LEAD, OPS, RHEA } from './people';
import type { Prng } from './prng';
import { paragraph, adfDocument, text } from './reports/adf';
import { atWork, HOUR, instantOf, MINUTE, SANDBOX_START_MS } from './time';

const EARLY = [
  'Reproduced on staging with the same build.',
  'Cannot reproduce it on my machine; which customer group is it?',
  'I have attached the request to the log search, filter by the order number.',
  'The same shows up on the second node, so it is not the cache.',
  'Support has had three more calls about this.',
  'Could be the change to the session handling of last week.',
  'Needs a decision whether this goes into the next release.',
];
const WORKING = [
  'Found it: the value is read before the transaction is committed.',
  'The test data hides it; with more than one warehouse it fails every time.',
  'A rounding error, fixed by adding up in cents.',
  'The feature switch was read once at start; it is read for each request now.',
  'Added a regression test that fails without the change.',
  'Waiting for the provider to confirm the new time-out.',
  'The fix touches the shared price code, please look twice in review.',
];
const LATE = [
  'Verified on staging.',
  'Works with the new build; also checked the neighbouring pages.',
  'Still there in one of ten attempts.',
  'Verified, but the message is not translated yet. New issue for that.',
  'Fine on desktop, please check it on a phone as well.',
];

const said = (author: string, at: number, words: string): Comment => {
  const instant = instantOf(at);
  return { id: '', author, created: instant, updated: instant, body: adfDocument(paragraph(text(words))) };
};

const DUPLICATE_NOTE = 'The same as another report, closing this one as its duplicate.';

const endOf = ({ ending }: DefectPlan): number => (ending.kind === 'open' ? SANDBOX_START_MS - HOUR : ending.at);

/** What people said about a defect on the way; more about grave ones, nothing about most. */
export const addComments = (issue: Issue, plan: DefectPlan, crew: Crew, prng: Prng): void => {
  const end = endOf(plan);
  if (plan.ending.kind === 'duplicate') issue.comments.push(said(LEAD, end - MINUTE, DUPLICATE_NOTE));
  const count = prng.weighted([
    [0, 55],
    [1, 22],
    [2, 14],
    [3, plan.severity === 'S1' || plan.severity === 'S2' ? 16 : 5],
  ]);
  const shares = Array.from({ length: count }, () => 0.05 + 0.93 * prng.next()).toSorted((left, right) => left - right);
  for (const share of shares) {
    const wished = Math.round(plan.created + share * (end - plan.created));
    const at = Math.min(plan.severity === 'S1' ? wished : atWork(wished, prng), SANDBOX_START_MS - 5 * MINUTE);
    const [author, words] =
      share < 0.4
        ? [prng.pick([crew.tester, OPS, LEAD, RHEA]), prng.pick(EARLY)]
        : share < 0.8
          ? [crew.developer, prng.pick(WORKING)]
          : [crew.tester, prng.pick(LATE)];
    issue.comments.push(said(author, at, words));
  }
  issue.comments.sort((left, right) => left.created.localeCompare(right.created));
  const last = issue.comments.at(-1)?.created ?? issue.updated;
  if (last > issue.updated) issue.updated = last;
};
