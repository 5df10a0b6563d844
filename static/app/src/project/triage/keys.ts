/** What a key does in the queue and on the board. */
export type Command =
  | 'next'
  | 'previous'
  | 'choose'
  | 'fix-now'
  | 'defer'
  | 'duplicate'
  | 'not-a-defect'
  | 'need-information'
  | 'skip'
  | 'back'
  | 'reveal'
  | 'keys'
  | 'leave';

const commands: Readonly<Record<string, Command>> = {
  j: 'next',
  arrowdown: 'next',
  k: 'previous',
  arrowup: 'previous',
  x: 'choose',
  f: 'fix-now',
  d: 'defer',
  u: 'duplicate',
  n: 'not-a-defect',
  i: 'need-information',
  s: 'skip',
  b: 'back',
  r: 'reveal',
  '?': 'keys',
  escape: 'leave',
};

interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
}

export function commandOf({ key }: Pick<Pressed, 'key'>): Command | null {
  return commands[key.toLowerCase()] ?? null;
}

/**
 * The rating that a key stands for. A number rates the row whose turn it is, with Shift the business impact. Where the numbers of a
 * keyboard need Shift themselves, they rate the row whose turn it is either way.
 */
export function ratingOf({ key, code, shiftKey }: Pressed): { readonly value: number; readonly row: 'turn' | 'impact' } | null {
  if (/^[1-5]$/.test(key)) return { value: Number(key), row: 'turn' };
  const place = /^(?:Digit|Numpad)([1-5])$/.exec(code)?.[1];
  return place === undefined ? null : { value: Number(place), row: shiftKey ? 'impact' : 'turn' };
}

interface KeyHelp {
  readonly keys: readonly string[];
  readonly does: string;
}
const decisions: readonly KeyHelp[] = [
  { keys: ['f'], does: 'Fix now; Enter takes the recommended release' },
  { keys: ['d'], does: 'Defer' },
  { keys: ['u'], does: 'Duplicate of another defect; a number or ↓ chooses it, Enter decides' },
  { keys: ['n'], does: 'Not a defect' },
  { keys: ['i'], does: 'Need information: ask somebody' },
];
const rest: readonly KeyHelp[] = [{ keys: ['?'], does: 'Show or hide these keys' }];

export const queueKeys: readonly KeyHelp[] = [
  { keys: ['j', '↓'], does: 'Next defect' },
  { keys: ['k', '↑'], does: 'Previous defect' },
  { keys: ['Enter'], does: 'Open it large' },
  { keys: ['x'], does: 'Choose it: d then asks for the deferral of all that are chosen' },
  { keys: ['Esc'], does: 'Back to the queue' },
  ...decisions,
  ...rest,
];
export const boardKeys: readonly KeyHelp[] = [
  { keys: ['1', '…', '5'], does: 'Rate: the first number is the deployment risk, the second the business impact' },
  { keys: ['Shift', '1', '…', '5'], does: 'Rate the business impact' },
  { keys: ['r'], does: 'Show all ratings' },
  ...decisions,
  { keys: ['s'], does: 'Skip it for now' },
  { keys: ['b'], does: 'Back to the one before' },
  ...rest,
];
