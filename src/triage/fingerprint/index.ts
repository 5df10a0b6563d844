export type { Frame, Language } from './failure';
export { fingerprintOf, type Fingerprinted } from './fingerprint';
