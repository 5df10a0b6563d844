export type { Frame } from './failure';
export { fingerprintOf } from './fingerprint';
