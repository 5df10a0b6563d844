import { LONGEST_PROPERTY } from './entity-property';
import { Refusal } from './refusal';
import { param } from './read-request';
import { noContent, ok } from './route';
import type { Answer, Call, Route } from './route';

const PATH = '/rest/forge/1/app/properties';
const ONE = `${PATH}/{propertyKey}`;

/** Properties of the app itself: only the app, as the app, reads and writes them (docs/platform.md B.7). */
export const appProperties: readonly Route[] = [
  {
    method: 'GET',
    path: PATH,
    handle: (call) => {
      demandApp(call);
      const keys = [...call.site.appProperties.keys()].map((key) => ({
        self: call.site.url(`${PATH}/${encodeURIComponent(key)}`),
        key,
      }));
      return ok({ keys });
    },
  },
  { method: 'GET', path: ONE, handle: read },
  { method: 'PUT', path: ONE, handle: write },
  { method: 'DELETE', path: ONE, handle: remove },
];

function demandApp(call: Call): void {
  if (call.actor.kind !== 'app') {
    throw new Refusal(403, ['Only an app, as the app, can use app properties.']);
  }
}

function message(statusCode: number, text: string): Answer {
  return { status: statusCode, body: { statusCode, message: text } };
}

function read(call: Call): Answer {
  demandApp(call);
  const key = param(call, 'propertyKey');
  const property = call.site.appProperties.get(key);
  return property === undefined ? missing() : ok({ key, value: property.value });
}

function write(call: Call): Answer {
  demandApp(call);
  const key = param(call, 'propertyKey');
  if (call.body === undefined || JSON.stringify(call.body).length > LONGEST_PROPERTY) {
    return message(400, `The property value must be JSON of at most ${LONGEST_PROPERTY} characters.`);
  }
  const replaced = call.site.appProperties.has(key);
  call.site.appProperties.set(key, { value: call.body, updated: call.site.now() });
  return replaced ? message(200, 'Property updated.') : message(201, 'Property created.');
}

function remove(call: Call): Answer {
  demandApp(call);
  return call.site.appProperties.delete(param(call, 'propertyKey')) ? noContent : missing();
}

function missing(): Answer {
  return message(404, 'Property with key not found.');
}
