import type { FieldKind } from './field-kind';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What every form of the editor gets. */
export interface FieldEditorProps {
  readonly kind: FieldKind;
  readonly choices: readonly Choice[];
  /** The value of the field; null where it is not set. */
  readonly current: string | null;
  readonly submit: (value: string | null) => void;
}
