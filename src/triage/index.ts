export * from './failures';
export { fingerprintOf } from './fingerprint';
export { identify } from './identify';
