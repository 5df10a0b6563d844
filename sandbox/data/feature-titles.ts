import type { Prng } from './prng';

const THINGS: readonly (readonly [title: string, component: string])[] = [
  ['Remember the delivery choice', 'Checkout'],
  ['Show the parcels of a split order', 'Checkout'],
  ['Leave a note for the courier', 'Checkout'],
  ['Pick up an order in a store', 'Checkout'],
  ['Share a cart by link', 'Checkout'],
  ['Pay with a stored card in one step', 'Payments'],
  ['Offer payment in instalments', 'Payments'],
  ['Show the state of a refund', 'Payments'],
  ['Collect small invoices into one', 'Payments'],
  ['Let customers change the payment method', 'Payments'],
  ['Search by picture', 'Search'],
  ['Explain why there are no results', 'Search'],
  ['Show recent searches', 'Search'],
  ['Filter by delivery day', 'Search'],
  ['Compare up to four products', 'Catalogue'],
  ['Show the price history', 'Catalogue'],
  ['Plan price changes ahead', 'Catalogue'],
  ['Add videos to products', 'Catalogue'],
  ['Translate reviews', 'Catalogue'],
  ['Keep several wish lists', 'Accounts'],
  ['Download all personal data', 'Accounts'],
  ['Sign in with a passkey', 'Accounts'],
  ['Reorder with one click', 'Accounts'],
  ['Move stock between warehouses', 'Warehouse'],
  ['Print labels in batches', 'Warehouse'],
  ['Book returns by scanner', 'Warehouse'],
  ['Promise a delivery hour', 'Warehouse'],
  ['Swipe between products', 'Mobile web'],
  ['Bring back the last visited page', 'Mobile web'],
  ['Save data on slow networks', 'Mobile web'],
];
const CHORES: readonly (readonly [title: string, component: string])[] = [
  ['Replace the deprecated payment API', 'Payments'],
  ['Upgrade the search cluster', 'Search'],
  ['Move product pictures to the new store', 'Catalogue'],
  ['Remove the old checkout', 'Checkout'],
  ['Split the stock table', 'Warehouse'],
  ['Rotate the session keys', 'Accounts'],
  ['Measure page speed on phones', 'Mobile web'],
  ['Write contract tests', 'Checkout'],
  ['Clean up feature switches', 'Catalogue'],
  ['Shorten the nightly settlement', 'Payments'],
];
const SCOPES: readonly string[] = [
  '',
  ' for business customers',
  ' for guests',
  ' in the Dutch shop',
  ' in Switzerland',
  ' on phones',
  ' in the back office',
  ' for marketplace sellers',
  ', first step',
  ', with statistics',
  ', documented',
  ' for large carts',
];

export interface FeatureTitle {
  readonly kind: 'story' | 'task';
  readonly title: string;
  readonly component: string;
}

/** A title that is not in `taken` yet; it is added there. */
export const featureTitle = (taken: Set<string>, prng: Prng): FeatureTitle => {
  const kind = prng.chance(0.72) ? 'story' : 'task';
  for (let attempt = 0; ; attempt += 1) {
    const [thing, component] = prng.pick(kind === 'story' ? THINGS : CHORES);
    const round = Math.floor(attempt / 12);
    const title = `${thing}${prng.pick(SCOPES)}${round === 0 ? '' : ` (${round + 1})`}`;
    if (taken.has(title)) continue;
    taken.add(title);
    return { kind, title, component };
  }
};
