import type { PageContext } from '../bridge/context';
import { severities } from '../shared/severity-names';

export const fieldKeys = ['defect-severity', 'customer-tier', 'workaround', 'detected-in'] as const;
export type FieldKey = (typeof fieldKeys)[number];

export interface FieldKind {
  readonly name: string;
  /** Values that never change, for when Holdpoint does not answer; empty where only the settings know them. */
  readonly known: readonly string[];
  readonly meanings: Readonly<Record<string, string>>;
}

export const fieldKinds: Record<FieldKey, FieldKind> = {
  'defect-severity': {
    name: 'Defect severity',
    known: severities,
    meanings: {
      S1: 'The product or a main path is unusable, data is lost or exposed',
      S2: 'A main path fails and getting past it is hard',
      S3: 'Something fails, and there is a way past it',
      S4: 'An annoyance or a blemish',
    },
  },
  'customer-tier': { name: 'Customer tier', known: [], meanings: {} },
  workaround: {
    name: 'Workaround',
    known: ['none', 'hard', 'easy'],
    meanings: {
      none: 'Users cannot get past it',
      hard: 'Users get past it with help or effort',
      easy: 'Users get past it by themselves',
    },
  },
  'detected-in': { name: 'Detected in', known: [], meanings: {} },
};

/** Which of Holdpoint's fields the page edits; Jira names it by module key, or by the field's type that ends with it. */
export function fieldKey({ moduleKey, extension }: Pick<PageContext, 'moduleKey' | 'extension'>): FieldKey | null {
  return fieldKeys.find((key) => moduleKey === key || extension.fieldType?.endsWith(`__${key}`) === true) ?? null;
}
