import { Masker, rulesFor } from '../environments';
import { maskingKey } from '../environments/shell';
import { defaultSettings } from '../settings';
import type { StoredSettings } from '../settings/shell';
import type { Delivery } from './parse-delivery';

/**
 * How the free texts of a delivery are masked: by the rules of its environment, under the installation's own key. Where the settings
 * cannot be read the defaults hold, which mask more than nothing.
 */
export async function deliveryMask(settings: StoredSettings, delivery: Delivery): Promise<(text: string) => string> {
  const { masking } = settings.kind === 'ok' ? settings.settings : defaultSettings;
  const environment = 'environment' in delivery.payload ? delivery.payload.environment : null;
  const masker = new Masker(rulesFor(environment, masking), await maskingKey());
  return (text) => masker.mask(text).text;
}
