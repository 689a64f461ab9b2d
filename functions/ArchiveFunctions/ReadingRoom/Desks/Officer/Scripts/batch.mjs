// What somebody chose to send: which of it are documents, which speak of documents, and which need not be sent at all.

const SIDECAR = '.metadata.json';
const PACKAGE_MARKS = new Set(['mets.xml', 'bagit.txt']);
const MESSAGE = '.edxml';

/** Endings of documents, as the archive knows them: behind one of these, a message describes the document beside it; else it brings its own. */
const DOCUMENTS = new Set([
  'aac ai asf avi btf csv doc docm docx dot dotm dotx edxml eml gif htm html ini jfif jpe jpeg jpg json log m1v m2p m2v m4a',
  'm4v md mov mp3 mp4 mp4v mpeg mpg mpv odp ods odt otp ots ott pdf png pot potm potx pps ppsm ppsx ppt pptm pptx qt rtf',
  'sql svg text tif tiff tsv txt vob wav wave wma wmv xhtml xls xlsb xlsm xlsx xlt xltm xltx xml xsd xsl xslt',
].join(' ').split(' '));
const OTHER_SIDECARS = [MESSAGE, '.metadata.xml'];
const CLUTTER = new Set(['.ds_store', 'thumbs.db', 'desktop.ini']);

/** Names are compared composed (macOS writes Vietnamese letters decomposed) and sent as they are. */
const alike = path => path.normalize('NFC');
const isDocument = name => name.includes('.') && DOCUMENTS.has(name.slice(name.lastIndexOf('.') + 1));
const nameOf = path => path.slice(path.lastIndexOf('/') + 1);

export class Batch {
  /** What is shown and, if it is a document, sent; in the order chosen. */
  items = [];
  #seen = new Set();
  #sidecars = new Map();
  #packages = new Set();

  /** Takes one file. A message that is no document's sidecar goes as it is, with what is attached to it. Tells what it is: `document`, `sidecar`, `unsupported`, `twice` or `clutter`. */
  add(path, file) {
    const name = nameOf(path).toLowerCase();
    if (CLUTTER.has(name) || name.startsWith('._')) return 'clutter';
    const mark = `${alike(path)}|${file.size}|${file.lastModified}`;
    if (this.#seen.has(mark)) return 'twice';
    this.#seen.add(mark);

    if (name.endsWith(SIDECAR) && name.length > SIDECAR.length) {
      const of = path.slice(0, -SIDECAR.length);
      this.#sidecars.set(alike(of), file);
      return 'sidecar';
    }
    if (PACKAGE_MARKS.has(name) && path.includes('/')) this.#packages.add(alike(path.slice(0, path.lastIndexOf('/') + 1)));
    const ending = OTHER_SIDECARS.find(ending => name.endsWith(ending) && name.length > ending.length);
    const kind = ending && !(ending === MESSAGE && !isDocument(name.slice(0, -ending.length))) ? 'unsupported' : 'document';
    this.items.push({ id: this.items.length, kind, path, file, mark });
    return kind;
  }

  /** The sidecar of a document, or undefined. */
  sidecarOf(item) { return this.#sidecars.get(alike(item.path)); }

  /** Whether it lies in a folder that is a package: its files mean something together only, and go as one ZIP. */
  isInPackage(item) { return [...this.#packages].some(folder => alike(item.path).startsWith(folder)); }

  /** Documents that sidecars speak of and nobody chose. */
  missing() {
    const there = new Set(this.items.map(item => alike(item.path)));
    return [...this.#sidecars.keys()].filter(path => !there.has(path));
  }
}

/** Everything within what was dropped, folders to their bottom. */
export async function dropped(items) {
  // Taken before the first wait: the list is empty once the event is over.
  const entries = [...items].filter(item => item.kind === 'file').map(item => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const found = [];
  for (const entry of entries) await walk(entry, found);
  return found;
}

async function walk(entry, found) {
  if (entry.isDirectory) {
    const reader = entry.createReader();
    // A reader hands out a hundred entries at a time and ends with none.
    for (let part; (part = await new Promise((done, failed) => reader.readEntries(done, failed))).length > 0;)
      for (const one of part) await walk(one, found);
  } else if (entry.isFile) {
    found.push([entry.fullPath.slice(1), await new Promise((done, failed) => entry.file(done, failed))]);
  } else {
    found.push([entry.name, entry]);
  }
}
