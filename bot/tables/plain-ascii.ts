import type { TableServiceClientOptions } from '@azure/data-tables';

type AdditionalPolicy = NonNullable<TableServiceClientOptions['additionalPolicies']>[number];

/**
 * Sends every request in ASCII alone, other characters as JSON's own `\u` escapes: the same JSON, so nothing
 * differs in storage. Azurite (seen in 3.37) turns each piece of a request into text by itself, and so destroys
 * an accented letter or an emoji that lies where a longer request was cut; in ASCII nothing can be cut.
 */
export const plainAscii: AdditionalPolicy = {
  position: 'perCall',
  policy: {
    name: 'plainAscii',
    sendRequest(request, next) {
      if (typeof request.body === 'string') request.body = escaped(request.body);
      return next(request);
    },
  },
};

const escaped = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
