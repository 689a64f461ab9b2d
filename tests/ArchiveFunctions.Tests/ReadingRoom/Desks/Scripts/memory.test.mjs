import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Memory } from '../../../../../functions/ArchiveFunctions/ReadingRoom/Desks/Officer/Scripts/memory.mjs';

class Store {
  #held = new Map();
  get length() { return this.#held.size; }
  key(at) { return [...this.#held.keys()][at]; }
  getItem(key) { return this.#held.get(key) ?? null; }
  setItem(key, value) { this.#held.set(key, value); }
  removeItem(key) { this.#held.delete(key); }
}

const mark = 'a|b/Báo cáo.mp4|5|7';

test('what was interrupted is known after a reload, without the address it went to', () => {
  const store = new Store();
  new Memory('H26.01', store, 1000).keep(mark, 'u1', 'ab', new Set([0, 3]), 1000);
  const later = new Memory('H26.01', store, 2000);
  assert.deepEqual(later.of(mark), { uploadId: 'u1', sha256: 'ab', sent: [0, 3], at: 1000 });
  assert.deepEqual(later.interrupted(), ['a|b/Báo cáo.mp4']);
  assert.deepEqual(new Memory('H26.02', store, 2000).interrupted(), []);
  later.forget(mark);
  assert.equal(later.of(mark), null);
});

test('what is older than blocks last, or cannot be read, is forgotten', () => {
  const store = new Store();
  new Memory('A', store, 0).keep(mark, 'u1', 'ab', [], 0);
  store.setItem('archive-upload|A|broken', '{');
  assert.deepEqual(new Memory('A', store, 7 * 24 * 3600 * 1000).interrupted(), []);
});
