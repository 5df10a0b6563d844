import { anySeverity, anyTier } from '../../../../src/contracts/gate-settings';
import type { Settings } from '../../../../src/contracts/settings';
import { severities, severityNames } from '../shared/severity-names';

export const severityChoices = severities.map((value) => ({ value, label: `${value} ${severityNames[value]}` }));

export const severityOrAnyChoices = [{ value: anySeverity, label: 'Any severity' } as const, ...severityChoices];

export function stageChoices({ stages }: Pick<Settings, 'stages'>): { value: string; label: string }[] {
  return stages.map(({ key, name, gated }) => ({ value: key, label: gated ? name : `${name} (no gate)` }));
}

export function tierChoices({ tiers }: Pick<Settings, 'tiers'>): { value: string; label: string }[] {
  return [{ value: anyTier, label: 'All customers' }, ...tiers.map((tier) => ({ value: tier, label: tier }))];
}
