import { evaluateExpression, ExpressionEvaluationError, ExpressionSyntaxError, fromJson } from '../expressions';
import { FieldProblem } from './form-values';
import type { CustomField } from '../site/custom-field';
import type { Site } from '../site/site';

/**
 * Checks a value that a person (or an app as a person) sets: type, read-only, and the field's validation expression over
 * `value`, null included (docs/platform.md A.7).
 * @throws FieldProblem
 */
export function appFieldValue(site: Site, field: CustomField, value: unknown): unknown {
  if (field.app?.readOnly === true) {
    throw new FieldProblem(`Field '${field.id}' cannot be set. It is read-only: only the app sets it.`);
  }
  const typed = typedValue(field, value === '' ? null : value);
  const validation = field.app?.validation ?? null;
  if (validation !== null && !passes(site, validation.expression, typed)) {
    throw new FieldProblem(validation.errorMessage);
  }
  return typed;
}

/** @throws FieldProblem where the value is not of the field's type */
export function typedValue(field: CustomField, value: unknown): string | number | null {
  if (value === null || value === undefined) {
    return null;
  }
  if (field.type === 'number' && typeof value === 'number') {
    return value;
  }
  if (field.type === 'string' && typeof value === 'string') {
    return value;
  }
  if (field.type === 'datetime' && typeof value === 'string' && isInstant(value)) {
    return value;
  }
  throw new FieldProblem(wanted[field.type]);
}

const wanted = {
  number: 'Specify a number.',
  string: 'Specify a text.',
  datetime: 'Specify a date and a time, e.g. 2026-11-02T09:00:00.000+0000.',
} as const;

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d)$/.test(text);
}

function passes(site: Site, expression: string, value: unknown): boolean {
  try {
    const { missingMapKey } = site.switches;
    return (
      evaluateExpression(expression, { value: fromJson(value) }, { now: new Date(site.now()), missingMapKey }).value === true
    );
  } catch (error) {
    if (error instanceof ExpressionEvaluationError || error instanceof ExpressionSyntaxError) {
      return false;
    }
    throw error;
  }
}
