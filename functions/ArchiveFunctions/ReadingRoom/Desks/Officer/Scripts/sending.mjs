// Sends a file to its slot with the Blob REST API: small ones in one PUT, larger ones in blocks, of which only the missing ones are sent again.

const MIB = 1 << 20;

/** What is sent whole: less than this is as quickly sent again. */
export const WHOLE = 32 * MIB;
const MOST_BLOCKS = 40_000;
const ATTEMPTS = 7;

/** The length of a file's blocks: 8 MiB, and more where the file would have more blocks than a blob may (50,000). */
export const blockLength = size => Math.max(8 * MIB, Math.ceil(size / MOST_BLOCKS / MIB) * MIB);

/** All ids of a blob have one length. */
export const blockId = number => btoa(String(number).padStart(8, '0'));

/** Why sending ended: `expired` (another slot is needed), `lost` (blocks are gone, begin again), `there` (the blob is), `refused`, `offline`, `stopped`. */
export class Ended extends Error {
  constructor(why, status) { super(`${why} ${status ?? ''}`); this.why = why; }
}

/** Sends it. `sent` is the set of blocks known to be there; it grows. `report` is told the bytes that are there. */
export async function send(url, file, { blocks, sent = new Set(), report = () => {}, keep = () => {}, signal, put = putBytes, pause = wait }) {
  if (!blocks) {
    await persist(() => put(url, file, { 'x-ms-blob-type': 'BlockBlob', 'content-type': 'application/octet-stream' }, report, signal), pause, signal);
    return;
  }

  const length = blockLength(file.size);
  const count = Math.ceil(file.size / length);
  let there = [...sent].reduce((sum, block) => sum + Math.min(length, file.size - block * length), 0);
  report(there);
  for (let block = 0; block < count; block++) {
    if (sent.has(block)) continue;
    const part = file.slice(block * length, Math.min((block + 1) * length, file.size));
    await persist(() => put(`${url}&comp=block&blockid=${encodeURIComponent(blockId(block))}`, part, {}, bytes => report(there + bytes), signal), pause, signal);
    sent.add(block);
    there += part.size;
    keep();
  }

  const list = Array.from({ length: count }, (_, block) => `<Latest>${blockId(block)}</Latest>`).join('');
  const body = new Blob([`<?xml version="1.0" encoding="utf-8"?><BlockList>${list}</BlockList>`]);
  await persist(() => put(`${url}&comp=blocklist`, body, { 'if-none-match': '*', 'content-type': 'text/plain' }, () => {}, signal), pause, signal);
}

/** Does it until it is done, or until doing it again cannot help. */
async function persist(act, pause, signal) {
  for (let attempt = 1; ; attempt++) {
    if (signal?.aborted) throw new Ended('stopped');
    const { status, code } = await act();
    if (signal?.aborted) throw new Ended('stopped');
    if (status >= 200 && status < 300) return;
    if (code === 'InvalidBlockList' || code === 'InvalidBlobOrBlock') throw new Ended('lost', status);
    // After an answer that was lost on its way, the same PUT finds the blob there.
    if (status === 409 || status === 412) throw new Ended('there', status);
    if (status === 403 || status === 401) throw new Ended('expired', status);
    if (status !== 0 && status !== 408 && status !== 429 && status < 500) throw new Ended('refused', status);
    if (attempt === ATTEMPTS) throw new Ended('offline', status);
    await pause(Math.min(30_000, 500 * 2 ** attempt), signal);
  }
}

/** One PUT; the status is 0 where there was no answer. Not `fetch`, which does not tell how far it is. */
function putBytes(url, body, headers, report, signal) {
  return new Promise(done => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = event => report(event.loaded);
    request.onload = () => done({ status: request.status, code: request.getResponseHeader('x-ms-error-code') });
    request.onerror = request.ontimeout = request.onabort = () => done({ status: 0 });
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });
}

/** Waits, but no longer than until the network is back or the wait is stopped. */
function wait(milliseconds, signal) {
  return new Promise(done => {
    const over = () => { clearTimeout(timer); removeEventListener('online', over); done(); };
    const timer = setTimeout(over, milliseconds);
    addEventListener('online', over);
    signal?.addEventListener('abort', over, { once: true });
  });
}
