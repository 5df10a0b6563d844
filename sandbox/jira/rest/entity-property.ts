import { badRequest, notFound } from './refusal';
import { param } from './read-request';
import { noContent, ok } from './route';
import type { Answer, Call } from './route';
import type { Property } from '../model';

/** Of the value as JSON, in characters (operations set project and issue property). */
export const LONGEST_PROPERTY = 32_768;
const LONGEST_KEY = 255;

export type Properties = Readonly<Record<string, Property>>;

export function propertyKeys(call: Call, properties: Properties, path: string): Answer {
  return ok({ keys: Object.keys(properties).map((key) => ({ self: call.site.url(`${path}/${encodeURIComponent(key)}`), key })) });
}

export function readProperty(call: Call, properties: Properties): Answer {
  const key = param(call, 'propertyKey');
  const property = ownProperty(properties, key);
  if (property === undefined) {
    throw notFound(`The property with key ${key} does not exist.`);
  }
  return ok({ key, value: property.value });
}

/** @throws Refusal 400 for an empty, too long or no JSON value. */
export function withProperty(call: Call, properties: Properties): { properties: Record<string, Property>; answer: Answer } {
  const key = param(call, 'propertyKey');
  if (key === '' || key.length > LONGEST_KEY) {
    throw badRequest(`The property key cannot be empty and must have at most ${LONGEST_KEY} characters.`);
  }
  if (call.body === undefined) {
    throw badRequest('The property value cannot be empty.');
  }
  const length = JSON.stringify(call.body).length;
  if (length > LONGEST_PROPERTY) {
    throw badRequest(`The property value cannot be longer than ${LONGEST_PROPERTY} characters, but has ${length}.`);
  }
  const status = ownProperty(properties, key) === undefined ? 201 : 200;
  return {
    properties: { ...properties, [key]: { value: call.body, updated: call.site.now() } },
    answer: { status, body: { self: key } },
  };
}

export function withoutProperty(call: Call, properties: Properties): { properties: Record<string, Property>; answer: Answer } {
  const key = param(call, 'propertyKey');
  if (ownProperty(properties, key) === undefined) {
    throw notFound(`The property with key ${key} does not exist.`);
  }
  const rest = Object.fromEntries(Object.entries(properties).filter(([other]) => other !== key));
  return { properties: rest, answer: noContent };
}

function ownProperty(properties: Properties, key: string): Property | undefined {
  return Object.hasOwn(properties, key) ? properties[key] : undefined;
}
