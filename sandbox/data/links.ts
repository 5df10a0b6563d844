import type { Issue, IssueLink } from '../jira/model';
import { LINK_TYPE, RESOLUTION } from './catalogue';
import type { DefectPlan } from './defect-plan';
import type { NameOf } from './issue-changes';
import { takeStep } from './issue-changes';
import { LEAD } from './people';
import type { Prng } from './prng';
import { HOUR, SANDBOX_START_MS } from './time';

/** The link goes out from `source`, which blocks or duplicates `destination`. */
interface LinkPlan {
  readonly typeId: string;
  readonly source: Issue;
  readonly destination: Issue;
  readonly at: number;
}

const PHRASES: Readonly<Record<string, readonly [outward: string, inward: string]>> = {
  [LINK_TYPE.duplicate]: ['duplicates', 'is duplicated by'],
  [LINK_TYPE.blocks]: ['blocks', 'is blocked by'],
  [LINK_TYPE.relates]: ['relates to', 'relates to'],
};

const duplicateLinks = (written: ReadonlyMap<DefectPlan, Issue>): LinkPlan[] => {
  const links: LinkPlan[] = [];
  for (const [plan, source] of written) {
    const destination = plan.ending.kind === 'duplicate' ? written.get(plan.ending.of) : undefined;
    // The link is made when the duplicate is closed.
    const closing = source.histories.find(({ items }) => items.some(({ to }) => to === RESOLUTION.duplicate));
    if (destination && closing) links.push({ typeId: LINK_TYPE.duplicate, source, destination, at: Date.parse(closing.created) });
  }
  return links;
};

const looseLinks = (defects: readonly Issue[], prng: Prng): LinkPlan[] => {
  const links: LinkPlan[] = [];
  for (const [index, source] of defects.entries()) {
    if (index < 3 || !prng.chance(0.05)) continue;
    const destination = defects[index - prng.integer(1, 3)];
    if (!destination) continue;
    const at = Math.min(Date.parse(source.created) + prng.integer(1, 30) * HOUR, SANDBOX_START_MS - HOUR);
    if (at > Date.parse(source.created))
      links.push({ typeId: prng.chance(0.4) ? LINK_TYPE.blocks : LINK_TYPE.relates, source, destination, at });
  }
  return links;
};

/** Links between defects (`inwardIssueId` is the source, as in the REST API's link request), each told in the changelog of both issues. */
export const linkDefects = (written: ReadonlyMap<DefectPlan, Issue>, name: NameOf, prng: Prng): IssueLink[] => {
  const plans = [...duplicateLinks(written), ...looseLinks([...written.values()], prng)].toSorted(
    (left, right) => left.at - right.at,
  );
  return plans.map(({ typeId, source, destination, at }, index) => {
    const [outwardPhrase, inwardPhrase] = PHRASES[typeId] ?? ['relates to', 'relates to'];
    takeStep(source, { at, author: LEAD, changes: [{ field: 'link', key: destination.key, phrase: outwardPhrase }] }, name);
    takeStep(destination, { at, author: LEAD, changes: [{ field: 'link', key: source.key, phrase: inwardPhrase }] }, name);
    return { id: String(30_001 + index), typeId, inwardIssueId: source.id, outwardIssueId: destination.id };
  });
};
