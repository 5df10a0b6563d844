export * from './failures';
export { identify } from './identify';
