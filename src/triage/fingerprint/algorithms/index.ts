import { algorithm as of20261123 } from './2026-11-23';
import type { Algorithm } from './algorithm';

/** The one that new fingerprints are made with. */
export const newest: Algorithm = of20261123;
