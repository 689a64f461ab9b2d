import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { Sha256, digestOf } from '../../../../../functions/ArchiveFunctions/ReadingRoom/Desks/Officer/Scripts/sha256.mjs';

const bytes = text => new TextEncoder().encode(text);

test('the vectors of FIPS 180-4', () => {
  assert.equal(new Sha256().hex(), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  assert.equal(new Sha256().update(bytes('abc')).hex(), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  assert.equal(new Sha256().update(bytes('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).hex(), '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1');
  assert.equal(new Sha256().update(new Uint8Array(1_000_000).fill(0x61)).hex(), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
});

test('every length around the ends of blocks, taken in every pair of pieces', () => {
  for (let length = 0; length <= 130; length++) {
    const whole = Uint8Array.from({ length }, (_, at) => (at * 31) & 255);
    const wanted = createHash('sha256').update(whole).digest('hex');
    for (let cut = 0; cut <= length; cut++)
      assert.equal(new Sha256().update(whole.subarray(0, cut)).update(whole.subarray(cut)).hex(), wanted, `${length} cut at ${cut}`);
  }
});

test('a file of 100 MB, read in portions, with its progress told', async () => {
  const content = new Uint8Array(100_000_003);
  for (let at = 0; at < content.length; at += 997) content[at] = at & 255;
  const told = [];
  assert.equal(await digestOf(new Blob([content]), read => told.push(read)), createHash('sha256').update(content).digest('hex'));
  assert.equal(told.at(-1), content.length);
  assert.ok(told.length > 20);
});
