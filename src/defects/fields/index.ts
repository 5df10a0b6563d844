export { defectFields, fieldIds } from './field-ids';
export type { FieldIds } from './field-ids';
export { numberValue, textValue } from './field-value';
