import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { defaultSettings, gatedStages } from '../../settings';
import { readSettings } from '../../settings/shell';
import { shown } from '../answer';

type Choices = Answer<BridgeView<'stageChoices'>>;

async function usable() {
  const stored = await readSettings();
  return stored.kind === 'ok' ? stored.settings : defaultSettings;
}

/** Stages that a workflow rule can guard. */
export async function stageChoices(): Promise<Choices> {
  return shown({ choices: gatedStages(await usable()).map(({ key, name }) => ({ value: key, label: name })) });
}

const severityNames = [
  { value: 'S1', label: 'S1 blocker' },
  { value: 'S2', label: 'S2 critical' },
  { value: 'S3', label: 'S3 major' },
  { value: 'S4', label: 'S4 minor' },
];
const workarounds = [
  { value: 'none', label: 'None' },
  { value: 'hard', label: 'Hard' },
  { value: 'easy', label: 'Easy' },
];

/** Values of one of Holdpoint's fields. */
export async function fieldChoices({ field }: BridgeRequest<'fieldChoices'>): Promise<Choices> {
  if (field === 'defect-severity') return shown({ choices: severityNames });
  if (field === 'workaround') return shown({ choices: workarounds });
  const settings = await usable();
  if (field === 'customer-tier') return shown({ choices: settings.tiers.map((tier) => ({ value: tier, label: tier })) });
  return shown({ choices: settings.stages.map(({ key, name }) => ({ value: key, label: name })) });
}
