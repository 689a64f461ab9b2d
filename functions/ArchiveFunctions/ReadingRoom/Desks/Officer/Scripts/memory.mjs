// What this browser remembers of files under way, so that after an interruption only what is missing is sent. Never the slot's address: it holds
// a signature. Uncommitted blocks last a week; what is older is forgotten.

const WEEK = 6 * 24 * 3600 * 1000;

export class Memory {
  #prefix;
  #store;

  constructor(agency, store = globalThis.localStorage, now = Date.now()) {
    this.#prefix = `archive-upload|${agency}|`;
    this.#store = store;
    for (const key of this.#keys()) {
      const held = this.#read(key);
      if (!held || now - held.at > WEEK) store.removeItem(key);
    }
  }

  /** What is known of a file: its slot, its digest and the blocks that are there. */
  of(mark) { return this.#read(this.#prefix + mark); }

  keep(mark, uploadId, sha256, sent, now = Date.now()) {
    try {
      this.#store.setItem(this.#prefix + mark, JSON.stringify({ uploadId, sha256, sent: [...sent], at: now }));
    } catch (full) {
      // Without room it is sent from the beginning after an interruption, which is slower and not wrong.
      console.warn('Nothing is remembered of this upload:', full.name);
    }
  }

  forget(mark) { this.#store.removeItem(this.#prefix + mark); }

  /** The paths of what was interrupted. */
  interrupted() { return this.#keys().map(key => key.slice(this.#prefix.length).split('|').slice(0, -2).join('|')); }

  #keys() { return Array.from({ length: this.#store.length }, (_, at) => this.#store.key(at)).filter(key => key.startsWith(this.#prefix)); }

  #read(key) {
    try {
      return JSON.parse(this.#store.getItem(key));
    } catch {
      return null;
    }
  }
}
