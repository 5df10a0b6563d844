import { Masker, rulesFor, stageOf } from '../environments';
import { maskingKey } from '../environments/shell';
import { defaultSettings } from '../settings';
import type { Settings } from '../settings';
import type { StoredSettings } from '../settings/shell';
import type { Delivery } from './parse-delivery';

/**
 * How the texts of a delivery are masked: by the rules of its environment, under the installation's own key. Where the settings cannot
 * be read the defaults hold, which mask more than nothing.
 */
export async function deliveryMask(stored: StoredSettings, delivery: Delivery): Promise<(text: string) => string> {
  const settings = stored.kind === 'ok' ? stored.settings : defaultSettings;
  const environment = 'environment' in delivery.payload ? delivery.payload.environment : null;
  const masker = new Masker(rulesFor(nameInRules(environment, settings), settings.masking), await maskingKey());
  return (text) => masker.mask(text).text;
}

/** What the rules call an environment: they may name its stage, or another of the stage's names. */
function nameInRules(environment: string | null, { masking, stages }: Settings): string | null {
  if (environment === null) return null;
  const names = Object.keys(masking.environments);
  const same = names.find((name) => name.trim().toLowerCase() === environment.trim().toLowerCase());
  const stage = stageOf(environment, stages);
  return same ?? names.find((name) => stage !== null && stageOf(name, stages) === stage) ?? environment;
}
