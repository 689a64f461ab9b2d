'use strict';

// Loaded into Azurite before it starts: lists names that XML 1.0 cannot carry as Azure lists them, percent-encoded and marked so, which
// clients undo. Azurite alone takes in such a blob and from then on answers every listing of its container with an empty body: whoever
// watches the container sees nothing any more, of anybody.
//   1. Only names that hold such a letter are written otherwise than before.
//   2. A page may end at such a name, and the next one is asked for by it. So markers are encoded too; no client looks into them.
//
// node --require listing.cjs AZURITE_JS [option of Azurite ...]

const { dirname, join } = require('node:path');

const unlistable = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/;
const service = join(dirname(process.argv[1]), 'blob');

const xml = require(join(service, 'generated', 'utils', 'xml.js'));
const stringify = xml.stringifyXML;
const encoded = (item) => (unlistable.test(item.Name) ? { ...item, Name: { $: { Encoded: true }, _: encodeURIComponent(item.Name) } } : item);

xml.stringifyXML = (answer, options) => {
  for (const [kind, items] of Object.entries(answer.Blobs ?? {})) answer.Blobs[kind] = [].concat(items).map(encoded);
  return stringify(answer, options);
};

const listings = require(join(service, 'handlers', 'ContainerHandler.js')).default.prototype;
for (const listing of ['listBlobFlatSegment', 'listBlobHierarchySegment']) {
  const list = listings[listing];
  listings[listing] = async function (...request) {
    const options = request.at(-2); // The last is the request's context.
    options.marker = decodeURIComponent(options.marker ?? '');
    const page = await list.apply(this, request);
    return { ...page, marker: encodeURIComponent(page.marker), nextMarker: encodeURIComponent(page.nextMarker) };
  };
}
