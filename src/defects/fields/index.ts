export { defectFields, fieldIds } from './field-ids';
export type { DefectField, FieldIds } from './field-ids';
export { numberValue, textValue } from './field-value';
