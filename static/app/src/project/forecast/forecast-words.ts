import type { CalibrationView } from '../../../../../src/contracts/forecast';

/** `63 in 100`; never 0 or 100, which nobody knows. */
export function inHundred(chance: number): string {
  const hundredths = Math.round(chance * 100);
  if (hundredths < 1) return 'fewer than 1 in 100';
  return hundredths > 99 ? 'more than 99 in 100' : `${hundredths} in 100`;
}

/** Two digits, as expectations are no more exact than that. */
export function about(value: number): string {
  if (value < 10) return (Math.round(value * 10) / 10).toLocaleString('en');
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return (Math.round(value / unit) * unit).toLocaleString('en');
}

/** "Of 14 forecasts that said about 69 in 100, 9 came true (64 in 100)." */
export function binWords({ count, said, came }: CalibrationView['bins'][number]): string {
  const forecasts = count === 1 ? 'Of 1 forecast' : `Of ${count} forecasts`;
  return `${forecasts} that said about ${Math.round(said * 100)} in 100, ${Math.round(came * count)} came true (${Math.round(came * 100)} in 100).`;
}
