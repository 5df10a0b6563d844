import type { Component, Issue, SiteSeed } from '../jira/model';
import { arrivals } from './arrivals';
import type { Desk } from './defect-issues';
import { writeDefect } from './defect-issues';
import type { DefectPlan } from './defect-plan';
import { deliveriesOf } from './deliveries';
import { plannedDefects } from './endings';
import { features } from './features';
import { CONFIDENTIAL_HELD, heldDefects } from './held-release';
import type { NameOf } from './issue-changes';
import { nameLookup } from './issue-changes';
import { linkDefects } from './links';
import type { IssueDraft } from './new-issue';
import { numberHistories } from './numbering';
import { createPrng } from './prng';
import { CONFIDENTIAL_LEVEL_ID, demoComponents, demoProject, PROJECT_ID, siteWithout } from './project';
import { releaseTickets } from './release-tickets';
import type { PlannedVersion } from './versions';
import { plannedVersions } from './versions';

/** How many defects `npm start` generates when it is not told otherwise. */
export const DEFAULT_SIZE = 600;
const DEFAULT_SEED = 1;
const OPEN_SHARE = 0.15;
const FEATURES_PER_DEFECT = 0.2;
const ONE_CONFIDENTIAL_IN = 40;

export interface ShopOptions {
  /** Number of defects; 0 keeps versions and release tickets. */
  readonly size?: number;
  readonly seed?: number;
}

const planDefects = (
  size: number,
  seed: number,
  versions: readonly PlannedVersion[],
): { all: DefectPlan[]; held: DefectPlan[] } => {
  const held = heldDefects(versions, createPrng(seed, 'held release')).slice(0, size);
  const others = arrivals(size - held.length, versions, createPrng(seed, 'arrivals'));
  const openOthers = Math.max(0, Math.round(size * OPEN_SHARE) - held.length);
  const plans = plannedDefects(others, openOthers, versions, createPrng(seed, 'defects'));
  return { all: [...held, ...plans], held };
};

/** One in forty, evenly spread, among them one of those that hold the release. */
const confidentialOf = (all: readonly DefectPlan[], held: readonly DefectPlan[]): Set<DefectPlan> => {
  const count = Math.round(all.length / ONE_CONFIDENTIAL_IN);
  const sample = held[CONFIDENTIAL_HELD];
  const chosen = new Set<DefectPlan>(count > 0 && sample ? [sample] : []);
  const others = all.slice(held.length);
  const stride = Math.max(1, Math.floor(others.length / Math.max(1, count)));
  for (let index = Math.floor(stride / 2); chosen.size < count && index < others.length; index += stride) {
    const plan = others[index];
    if (plan) chosen.add(plan);
  }
  return chosen;
};

const write = (drafts: readonly IssueDraft[]): Issue[] =>
  drafts
    .toSorted((left, right) => left.created - right.created)
    .map((draft, index) => draft.write({ id: String(20_001 + index), key: `SHOP-${index + 1}`, projectId: PROJECT_ID }));

const deskOf = (
  seed: number,
  versions: readonly PlannedVersion[],
  components: readonly Component[],
  name: NameOf,
  confidential: ReadonlySet<DefectPlan>,
): Desk => ({
  versions,
  components,
  name,
  titles: new Set(),
  confidential,
  confidentialLevelId: CONFIDENTIAL_LEVEL_ID,
  prng: createPrng(seed, 'writing'),
});

/**
 * The demo project SHOP over the 18 months before the sandbox's start: the same for the same options on every machine.
 * 4.1.3 is ready to ship, 4.2.0 is held, 4.3.0 is planned.
 * @throws where size is not a whole number of at least 0.
 */
export const generateShop = ({ size = DEFAULT_SIZE, seed = DEFAULT_SEED }: ShopOptions = {}): SiteSeed => {
  if (!Number.isInteger(size) || size < 0)
    throw new Error(`The size of the generated project must be a whole number of at least 0, not ${size}.`);
  const versions = plannedVersions(PROJECT_ID);
  const components = demoComponents();
  const project = demoProject(
    'SHOP',
    'Shop',
    'A web shop: checkout, payments, search, catalogue, accounts, warehouse, mobile web.',
  );
  const site = { ...siteWithout(project, []), versions: versions.map(({ version }) => version), components };
  const name = nameLookup(site);
  const { all, held } = planDefects(size, seed, versions);
  const desk = deskOf(seed, versions, components, name, confidentialOf(all, held));
  const written = new Map<DefectPlan, Issue>();
  const defectDrafts = all.map((plan): IssueDraft => ({
    created: plan.created,
    write: (place) => {
      const issue = writeDefect(plan, place, desk);
      written.set(plan, issue);
      return issue;
    },
  }));
  const featureDrafts = features(
    Math.round(size * FEATURES_PER_DEFECT),
    versions,
    components,
    name,
    createPrng(seed, 'features'),
  );
  const issues = write([...defectDrafts, ...featureDrafts, ...releaseTickets(versions, name)]);
  const issueLinks = linkDefects(written, name, createPrng(seed, 'links'));
  numberHistories(issues);
  return {
    ...site,
    issues,
    issueLinks,
    deliveries: deliveriesOf(versions, issues, createPrng(seed, 'deliveries')),
    notes: [
      `Generated project SHOP: ${size} defects, ${issues.length} issues in all, ${versions.length} versions (seed ${seed}).`,
    ],
  };
};
