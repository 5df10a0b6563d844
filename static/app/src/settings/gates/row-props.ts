import type { GateRow } from '../../../../../src/contracts/gate-settings';
import type { SettingsProblem } from '../../../../../src/contracts/settings';
import type { GateDocument } from './edit-gates';

/** A row in the hands of its fields. */
export interface RowProps {
  readonly row: GateRow;
  /** Where the row stands in the document. */
  readonly path: string;
  /** Which row it is, for readers that hear one field alone: "rule 2 of Production". */
  readonly of: string;
  readonly settings: GateDocument;
  readonly problems: readonly SettingsProblem[];
  readonly set: (row: GateRow) => void;
}
