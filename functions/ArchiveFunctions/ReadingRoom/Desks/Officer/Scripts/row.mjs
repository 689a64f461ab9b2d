// How one file, and all of them together, show on the page. Words and everything from outside go in as text, never as HTML.

/** Makes an element. */
export function make(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** Names in Vietnamese letters say so, as quoted words on every page do. */
const spoken = name => /[\u00C0-\u01B0\u1EA0-\u1EF9]/.test(name.normalize('NFC')) ? { lang: 'vi' } : {};

/** A text with values put in. */
export const sayWith = words => (key, ...values) => {
  if (!(key in words)) throw new Error(`No words for '${key}'.`);
  return words[key].replace(/\{(\d)\}/g, (_, place) => values[place]);
};

/** A length as people read it. */
export function lengthIn(bytes, language) {
  const [value, unit] = bytes < 1 << 20 ? [bytes / 1024, 'kB'] : [bytes / (1 << 20), 'MB'];
  return `${value.toLocaleString(language, { maximumFractionDigits: 1 })} ${unit}`;
}

export class Row {
  constructor(item, tool) {
    const { say, language } = tool;
    this.say = say;
    this.base = tool.base;
    this.state = make('span', { className: 'state' });
    this.bar = make('progress', { max: Math.max(1, item.file.size), value: 0, ariaLabel: item.path });
    this.more = make('div');
    this.element = make('li', { id: `file-${item.id}` },
      make('h3', { textContent: item.path, ...spoken(item.path) }),
      make('p', { className: 'meta' }, `${lengthIn(item.file.size, language)} · `, this.state), this.bar, this.more);
  }

  /** Shows where it stands; `key` is also there for programs to see. */
  show(key, ...values) {
    this.element.dataset.state = key;
    this.state.textContent = this.say(key, ...values);
  }

  progress(bytes) { this.bar.value = bytes; }

  /** Shows what was found and, where there is one, the upload's own page and its records. */
  tell({ findings = [], uploadId, recordIds = [] }, again) {
    this.more.replaceChildren();
    if (findings.length > 0)
      this.more.append(make('ul', {}, ...findings.map(finding => make('li', { textContent: `${finding.message} (${finding.code})` }))));
    const links = [
      ...recordIds.map(id => make('a', { href: `/reading-room/records/${id}`, textContent: this.say('record') })),
      ...(uploadId ? [make('a', { href: `${this.base}/uploads/${uploadId}`, textContent: this.say('details') })] : []),
      ...(again ? [make('button', { type: 'button', textContent: this.say('again'), onclick: again })] : []),
    ];
    if (links.length > 0) this.more.append(make('p', { className: 'box' }, ...links));
  }
}
