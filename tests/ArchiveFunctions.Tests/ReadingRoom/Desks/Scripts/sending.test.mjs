import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockId, blockLength, send } from '../../../../../functions/ArchiveFunctions/ReadingRoom/Desks/Officer/Scripts/sending.mjs';

const url = 'https://storage.invalid/inbox/a?sig=x';
const pause = async () => {};
const file = new Blob([new Uint8Array(20 << 20)]);

/** Plays storage: answers by what is asked, in order. */
function storage(...answers) {
  const asked = [];
  return { asked, put: async (to, body, headers) => { asked.push({ to, size: body.size, headers, text: body.size < 1000 ? await body.text() : '' }); return answers.shift() ?? { status: 201 }; } };
}

test('a small file is one PUT', async () => {
  const there = storage();
  await send(url, new Blob(['abc']), { blocks: false, put: there.put, pause });
  assert.deepEqual(there.asked.map(one => [one.to, one.size, one.headers['x-ms-blob-type']]), [[url, 3, 'BlockBlob']]);
});

test('a large file goes in blocks and is then put together in order, never over another', async () => {
  const [there, sent, told] = [storage(), new Set(), []];
  await send(url, file, { blocks: true, sent, put: there.put, pause, report: bytes => told.push(bytes) });
  assert.deepEqual(there.asked.map(one => one.size).slice(0, 3), [8 << 20, 8 << 20, 4 << 20]);
  const last = there.asked.at(-1);
  assert.ok(last.to.endsWith('&comp=blocklist'));
  assert.equal(last.headers['if-none-match'], '*');
  assert.deepEqual([...last.text.matchAll(/<Latest>(.*?)<\/Latest>/g)].map(match => match[1]), [0, 1, 2].map(blockId));
  assert.deepEqual([...sent], [0, 1, 2]);
});

test('after an interruption only the missing blocks are sent', async () => {
  const there = storage();
  await send(url, file, { blocks: true, sent: new Set([0, 2]), put: there.put, pause });
  assert.equal(there.asked.length, 2);
  assert.ok(there.asked[0].to.includes(encodeURIComponent(blockId(1))));
});

test('what passes is tried again, what does not is told', async () => {
  const busy = storage({ status: 503 }, { status: 0 }, { status: 429 });
  await send(url, new Blob(['a']), { blocks: false, put: busy.put, pause });
  assert.equal(busy.asked.length, 4);
  for (const [answer, why] of [[{ status: 403 }, 'expired'], [{ status: 409 }, 'there'], [{ status: 400, code: 'InvalidBlockList' }, 'lost'], [{ status: 413 }, 'refused']])
    await assert.rejects(send(url, new Blob(['a']), { blocks: false, put: storage(answer).put, pause }), { why });
  await assert.rejects(send(url, new Blob(['a']), { blocks: false, put: storage(...Array(9).fill({ status: 0 })).put, pause }), { why: 'offline' });
});

test('who pauses is obeyed between two tries', async () => {
  const stop = new AbortController();
  const put = async () => { stop.abort(); return { status: 0 }; };
  await assert.rejects(send(url, new Blob(['a']), { blocks: false, put, pause, signal: stop.signal }), { why: 'stopped' });
});

test('no blob has more blocks than it may, and all ids have one length', () => {
  for (const size of [1, 40 << 20, 50 * 2 ** 30, 190 * 2 ** 30]) assert.ok(size / blockLength(size) <= 50_000);
  assert.equal(new Set([0, 9, 49_999].map(number => blockId(number).length)).size, 1);
});
