import type { Screen } from '../camera';
import type { Stage } from '../stage';

/** What has to happen on the demo site before a picture can be taken. Each scene stands alone: it may be the only one. */
export interface Scene {
  readonly name: string;
  readonly set: (stage: Stage) => Promise<Screen>;
}
