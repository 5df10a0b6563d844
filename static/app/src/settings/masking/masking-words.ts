import type { Settings } from '../../../../../src/contracts/settings';

type Masking = Settings['masking'];
export type MaskingRules = Masking['standard'];

/** What can be masked by itself: as a line of the form, and in one word. */
export const classes = [
  { field: 'secrets', title: 'Secrets', what: 'tokens, keys, passwords, session values, private keys, connection strings' },
  { field: 'emails', title: 'E-mail addresses', what: 'the name before the @ and the domain' },
  { field: 'phones', title: 'Phone numbers', what: 'in the forms of many countries' },
  { field: 'cards', title: 'Payment cards', what: 'numbers whose last digit proves right' },
  { field: 'ibans', title: 'IBANs', what: 'numbers of bank accounts' },
  { field: 'nationalIds', title: 'National ids', what: 'social security numbers of the United States, and the forms below' },
  { field: 'ips', title: 'IP addresses', what: 'of machines; they say where a failure happened' },
] as const;

export const lists = [
  {
    field: 'words',
    title: 'Words that are masked',
    about: 'Names of customers or code names. A word is masked wherever it stands alone, in any case of letters.',
    one: 'word',
    hint: 'e.g. Project Heron',
    most: 100,
  },
  {
    field: 'nationalIdPatterns',
    title: 'Forms of national ids',
    about: '9 stands for a digit, A for a letter, anything else for itself: 99-AA-9999 finds 12-XY-3456.',
    one: 'form',
    hint: 'e.g. 99-AA-9999',
    most: 60,
  },
  {
    field: 'allow',
    title: 'Never masked',
    about: 'A whole value (noreply@example.com), or the domain of addresses (example.org, *.example.org).',
    one: 'value',
    hint: 'e.g. *.example.org',
    most: 200,
  },
] as const;

/** What rules mask, in one line. */
export function rulesSummary(rules: MaskingRules): string {
  const on = classes.filter(({ field }) => rules[field]);
  const off = classes.filter(({ field }) => !rules[field]);
  const words =
    rules.words.length === 0 ? '' : rules.words.length === 1 ? '; 1 word as well' : `; ${rules.words.length} words as well`;
  if (on.length === 0) return `Masks nothing by its form${words}`;
  if (off.length === 0) return `Masks everything that it knows${words}`;
  const named = on.length > off.length ? off : on;
  const list = named.map(({ title }) => title).join(', ');
  return named === off ? `Masks everything but ${list}${words}` : `Masks ${list}${words}`;
}

/** What holds now, in one line. */
export function maskingSummary({ standard, environments }: Masking): string {
  const apart = Object.keys(environments).length;
  if (apart === 0) return rulesSummary(standard);
  return `${rulesSummary(standard)}; ${apart === 1 ? '1 environment has rules of its own' : `${apart} environments have rules of their own`}`;
}

/** How much of a text was masked, in one sentence. */
export function maskedWords(parts: readonly { readonly masked: boolean }[]): string {
  const count = parts.filter(({ masked }) => masked).length;
  if (count === 0) return 'Nothing of this would be masked.';
  return count === 1 ? '1 place would be masked.' : `${count} places would be masked.`;
}
