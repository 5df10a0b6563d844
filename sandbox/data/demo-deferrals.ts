import { z } from 'zod';
import type { Clock } from '../clock';
import type { Forge, ModuleView } from '../forge/forge';
import type { SiteSeed } from '../jira/model';
import { ADMIN, DEV, QA } from './people';

const day = 86_400_000;
const releasesAnswer = z.object({
  kind: z.literal('ok'),
  view: z.object({ defects: z.array(z.object({ id: z.string(), severity: z.string().nullable(), summary: z.string() })) }),
});
const optionsAnswer = z.object({
  kind: z.literal('ok'),
  view: z.object({
    releases: z.array(z.object({ id: z.string() })),
    defects: z.array(z.object({ refusal: z.string().nullable() })),
  }),
});
const requestAnswer = z.object({
  kind: z.literal('ok'),
  view: z.object({ results: z.array(z.object({ deferralId: z.string().nullable() })) }),
});
const decisionAnswer = z.object({ kind: z.literal('ok'), view: z.object({ kind: z.literal('done') }) });

interface Story {
  readonly reason: string;
  readonly rationale: string;
  readonly control: string | null;
  /** Days until it ends. */
  readonly days: number;
  /** What follows, each by the admin unless said otherwise. */
  readonly then: readonly { readonly act: string; readonly days?: number; readonly because?: string; readonly by?: string }[];
}

/** One of each kind; the one that ends today expires as the clock moves past midnight. */
const stories: readonly Story[] = [
  {
    ...{ reason: 'low-impact', control: null, days: 40, then: [] },
    rationale:
      'Only shop owners who sort the archive by colour meet it; analytics counted eleven such visits in October, and nobody left the page because of it.',
  },
  {
    ...{ reason: 'workaround', control: 'Support sends the corrected receipt by mail.', days: 45, then: [{ act: 'approve' }] },
    rationale:
      'Receipts with two gift cards print the second balance twice. Support corrects four of them a month by hand, customers were credited throughout.',
  },
  {
    ...{ reason: 'risk-of-fix', control: null, days: 3, then: [{ act: 'approve' }] },
    rationale:
      'The rounding lives in the pricing engine that the winter campaign depends on; touching it three weeks before Black Friday endangers every basket.',
  },
  {
    ...{ reason: 'needs-design', control: null, days: 20 },
    rationale:
      'The address form needs another layout for right-to-left scripts, which the accessibility study delivers in January.',
    then: [{ act: 'approve' }, { act: 'extend', days: 60, because: 'The study was moved to February.' }],
  },
  {
    ...{ reason: 'third-party', control: null, days: 30 },
    rationale:
      'The courier confirms a broken tracking endpoint and repairs it with their December rollout; parcels arrive regardless.',
    then: [{ act: 'refuse', because: 'Their rollout comes after our release: ask for it in the next one.' }],
  },
  {
    ...{ reason: 'not-in-use', control: null, days: 50 },
    rationale:
      'The loyalty widget is switched off for every tenant until contracts are signed, hence shoppers cannot reach its settings dialog.',
    then: [{ act: 'approve' }, { act: 'withdraw', because: 'The widget goes live with the pilot after all.', by: QA }],
  },
  {
    ...{ reason: 'workaround', control: 'Reloading the page shows the right number.', days: 10 },
    rationale:
      'The wishlist badge lags one item behind after swiping on Android tablets; reloading repairs it, and tablets make two percent of traffic.',
    then: [
      { act: 'approve' },
      { act: 'withdraw', because: 'Somebody had time for it.', by: QA },
      { act: 'reinstate', days: 35, because: 'The repair made swiping slower and was taken back.' },
    ],
  },
  {
    ...{ reason: 'low-impact', control: null, days: 0, then: [{ act: 'approve' }] },
    rationale:
      'Translators noticed a clipped caption in the Dutch newsletter footer, visible solely below 320 pixels, read by roughly ninety subscribers.',
  },
];

/**
 * Deferrals that the demo's team has asked for and decided, through the pages' own calls, of minor defects of 4.2.0: no verdict of the
 * demo turns by them.
 * @throws where the app refuses, with its answer
 */
export async function deferSome(forge: Forge, seed: SiteSeed, clock: Clock): Promise<void> {
  const shop = seed.projects.find((project) => project.key === 'SHOP');
  const present = seed.versions.find(({ name, projectId }) => name === '4.2.0' && projectId === shop?.id);
  if (shop === undefined || present === undefined || !seed.users.some(({ accountId }) => accountId === QA)) return;
  const call = (accountId: string, name: string, payload: object): Promise<unknown> => {
    const extension = { type: 'jira:projectPage', project: { id: shop.id, key: shop.key } };
    const view: ModuleView = { moduleKey: 'holdpoint-project', accountId, localId: 'demo', extension };
    return forge.invokeResolver(view, name, { projectId: shop.id, ...payload });
  };
  const { defects } = releasesAnswer.parse(await call(QA, 'readiness', { versionId: present.id })).view;
  const minor = [...defects.filter(({ severity }) => severity === 'S4'), ...defects.filter(({ severity }) => severity === 'S3')];
  for (const [n, story] of stories.entries()) {
    const defect = minor[n];
    if (defect === undefined) return;
    const options = optionsAnswer.parse(await call(QA, 'deferralOptions', { issueIds: [defect.id] })).view;
    const [target] = options.releases;
    if (target === undefined || options.defects[0]?.refusal !== null) continue;
    const dayIn = (days: number) => new Date(clock.now().getTime() + days * day).toISOString().slice(0, 10);
    const { reason, rationale, control, days } = story;
    const wish = { issueIds: [defect.id], reason, rationale, control, targetVersionId: target.id, expiresOn: dayIn(days) };
    const asked = requestAnswer.parse(await call(n === 0 ? DEV : QA, 'requestDeferrals', wish)).view.results[0];
    if (asked?.deferralId == null) continue;
    for (const { act, days: until, because, by } of story.then) {
      const more = { ...(because === undefined ? {} : { because }), ...(until === undefined ? {} : { expiresOn: dayIn(until) }) };
      decisionAnswer.parse(await call(by ?? ADMIN, 'decideDeferral', { deferralId: asked.deferralId, act, ...more }));
    }
  }
}
