import { fieldKey } from './field-kind';

test.each([
  ['defect-severity', undefined, 'defect-severity'],
  ['something', '5a7e__env__static__workaround', 'workaround'],
  ['something', undefined, null],
])('%s of type %s is %s', (moduleKey, fieldType, key) => {
  expect(fieldKey({ moduleKey, extension: { fieldType } })).toBe(key);
});
