import type { BridgeView } from '../../../src/contracts/bridge';
import type { DuplicateSuggestion } from '../../../src/contracts/duplicates';

const plan = { canonical: 'SHOP-31', duplicate: 'SHOP-12', closes: true, raise: { from: 'S3', to: 'S1' } };
const alike: DuplicateSuggestion = {
  ...{ id: '31', key: 'SHOP-31', summary: 'Payment gives up after a gateway timeout', open: true, status: 'In progress' },
  ...{ confidence: 'Likely duplicate', likely: true, released: [], words: ['gateway', 'timeout', 'payment'] },
  ...{ frames: ['PaymentGateway.charge in gateway.ts', 'Checkout.pay in checkout.ts'], environments: ['staging'] },
  ...{ sameFailure: true, sameComponent: true, plan, reopened: null },
};

export function sampleDuplicates(now: string, isReader: boolean): BridgeView<'duplicates'> {
  const closed: DuplicateSuggestion = {
    ...{ ...alike, id: '4', key: 'SHOP-4', summary: 'The cart forgets its items', open: false, status: 'Done' },
    ...{ confidence: 'Alike', likely: false, released: ['4.1.0'], words: ['cart'], frames: [], environments: [] },
    ...{ sameFailure: false, plan: { ...plan, canonical: 'SHOP-12', duplicate: 'SHOP-4', closes: false, raise: null } },
    reopened: { ...plan, canonical: 'SHOP-4' },
  };
  return {
    ...{ now, key: 'SHOP-12', open: true, mayEdit: !isReader, canonical: null, unfinished: null },
    same: [{ id: '40', key: 'SHOP-40', summary: 'Timeout at the gateway', open: false, said: 'merged' }],
    suggestions: [alike, closed],
    help: '17 of 19 likely duplicates were confirmed (interval 69 to 97 %).',
  };
}

export function sampleMarked(): BridgeView<'markDuplicate'> {
  return { done: 'SHOP-12 is linked as a duplicate of SHOP-31.', left: [] };
}
