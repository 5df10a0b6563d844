import { bridgeCalls } from '../../../src/contracts/bridge';
import { pageOf } from '../stage';
import type { Scene } from './scene';

/** A release is held by hand for production, and waits for Lea's decision on an override for staging. */
export const control: Scene = {
  name: 'control',
  async set(stage) {
    const versionId = await stage.sandbox.versionId('SHOP', '4.2.0');
    await stage.act('rhea', 'placeHold', bridgeCalls.placeHold.view, {
      ...{ versionId, stages: ['production'] },
      because: 'The payment partner has not signed off the new checkout yet.',
    });
    await stage.act('rhea', 'requestOverride', bridgeCalls.requestOverride.view, {
      ...{ versionId, stage: 'staging', reason: 'risk-accepted', hours: 4 },
      rationale:
        'Partner vouchers break only beside expired gift cards; support switches vouchers off tonight and refunds whoever complains.',
    });
    return {
      ...{ path: pageOf(`readiness/${versionId}`), who: 'lead', sign: '[data-override]' },
      part: '[data-section="control"]',
    };
  },
};
