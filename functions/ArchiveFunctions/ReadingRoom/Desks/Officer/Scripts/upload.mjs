// The page on which an agency's officer sends records: files and folders are chosen or dropped, each is digested, gets a slot of its own, and goes
// straight to storage; then the archive is asked what became of it.

import { Batch, dropped } from './batch.mjs';
import { Memory } from './memory.mjs';
import { Row, sayWith } from './row.mjs';
import { Ended, WHOLE, send } from './sending.mjs';

const LANES = 4;
const ASK_EVERY = 2_000;
const SIDECAR_MOST = 100_000;
const FINAL = new Set(['admitted', 'refused', 'alreadyHeld', 'unpacked']);

const root = document.getElementById('uploader');
const { agency, language, worker, proof } = root.dataset;
const tool = { say: sayWith(JSON.parse(root.dataset.words)), language, base: `/desk/agencies/${agency}` };
const part = id => document.getElementById(id);
const batch = new Batch();
const memory = new Memory(agency);
const rows = new Map();
let sending = null;
let skipped = 0;

root.hidden = false;
showInterrupted();
for (const input of [part('files'), part('folder')])
  input.addEventListener('change', () => { take([...input.files].map(file => [file.webkitRelativePath || file.name, file])); input.value = ''; });
for (const kind of ['dragenter', 'dragover'])
  root.addEventListener(kind, event => { event.preventDefault(); part('drop').classList.add('over'); });
root.addEventListener('dragleave', () => part('drop').classList.remove('over'));
root.addEventListener('drop', async event => {
  event.preventDefault();
  part('drop').classList.remove('over');
  take(await dropped(event.dataTransfer.items));
});
part('start').addEventListener('click', start);
part('stop').addEventListener('click', () => sending?.abort());
addEventListener('beforeunload', event => { if (sending) event.preventDefault(); });

function take(files) {
  for (const [path, file] of files) {
    const kind = batch.add(path, file);
    if (kind === 'clutter' || kind === 'twice') skipped++;
    if (kind !== 'document' && kind !== 'unsupported') continue;
    const item = batch.items.at(-1);
    const row = new Row(item, tool);
    rows.set(item, row);
    row.show(kind === 'document' ? 'waiting' : 'unsupported');
    part('queue').append(row.element);
  }
  for (const [item, row] of rows)
    if (item.kind === 'document' && row.element.dataset.state === 'waiting' && batch.sidecarOf(item)) row.show('described');
  for (const [item, row] of rows) {
    if (item.kind !== 'document' || !['waiting', 'described'].includes(row.element.dataset.state) || !batch.isInPackage(item)) continue;
    item.kind = 'packaged';
    row.show('packaged');
  }
  const missing = batch.missing();
  part('orphans').textContent = missing.length > 0 ? tool.say('orphans', missing.join(', ')) : '';
  count();
}

function waiting() {
  return [...rows].filter(([item, row]) => item.kind === 'document' && ['waiting', 'described', 'stopped'].includes(row.element.dataset.state));
}

async function start() {
  if (sending) return;
  sending = new AbortController();
  part('start').disabled = true;
  part('stop').disabled = false;
  const queue = waiting();
  await Promise.all(Array.from({ length: LANES }, async () => {
    for (let next; (next = queue.shift());) await handle(...next, sending.signal);
  }));
  sending = null;
  part('start').disabled = waiting().length === 0;
  part('stop').disabled = true;
  count();
  if (waiting().length > 0 && !navigator.onLine) addEventListener('online', start, { once: true });
}

async function handle(item, row, signal) {
  if (signal.aborted) return row.show('stopped');
  try {
    const sha256 = await digest(item, row, signal);
    const uploadId = await deliver(item, row, sha256, signal);
    row.progress(item.file.size);
    row.show('arrived');
    row.tell({ uploadId });
    follow(item, row, uploadId);
  } catch (ended) {
    if (ended.why === 'stopped') return row.show('stopped');
    const again = () => { row.tell({}); row.show('waiting'); count(); start(); };
    row.show(ended.words ?? (ended instanceof Ended ? 'failed' : 'broken'), ended.why ?? ended.name);
    row.tell({ findings: ended.findings }, ended.findings ? undefined : again);
  } finally {
    count();
  }
}

function digest(item, row, signal) {
  row.show('digesting');
  return new Promise((done, failed) => {
    const own = new Worker(worker, { type: 'module' });
    const end = act => { own.terminate(); act(); };
    own.onmessage = ({ data }) => {
      if (data.sha256) end(() => done(data.sha256));
      else if (data.failed) end(() => failed(Object.assign(new Error(data.failed), { words: 'unreadable' })));
      else row.progress(data.read / 2);
    };
    own.onerror = () => end(() => failed(new Error('worker')));
    signal.addEventListener('abort', () => end(() => failed(new Ended('stopped'))), { once: true });
    own.postMessage(item.file);
  });
}

/** Sends it, asking for the slot again where that ended meanwhile or its blocks are gone. */
async function deliver(item, row, sha256, signal) {
  const blocks = item.file.size > WHOLE;
  const held = blocks ? memory.of(item.mark) : null;
  let known = held?.sha256 === sha256 ? held : null;
  for (let round = 0; ; round++) {
    const slot = await open(item, row, sha256, blocks, known?.uploadId);
    const sent = new Set(slot.uploadId === known?.uploadId ? known.sent : []);
    const keep = () => { if (blocks) memory.keep(item.mark, slot.uploadId, sha256, sent); };
    keep();
    row.show(sent.size > 0 ? 'resuming' : 'sending');
    try {
      await send(slot.url, item.file, { blocks, sent, keep, signal, report: bytes => { row.progress(item.file.size / 2 + bytes / 2); count(); } });
    } catch (ended) {
      if (ended.why === 'expired' || ended.why === 'lost') {
        if (round === 3) throw ended;
        known = ended.why === 'expired' && blocks ? { uploadId: slot.uploadId, sent: [...sent] } : null;
        continue;
      }
      if (ended.why !== 'there') throw ended;
    }
    memory.forget(item.mark);
    return slot.uploadId;
  }
}

async function open(item, row, sha256, blocks, resumes) {
  row.show('asking');
  const asked = JSON.stringify({ fileName: item.path, size: item.file.size, sha256, blocks, resumes });
  const said = await metadataOf(item);
  const answer = await ask(`/api/agencies/${agency}/uploads`, { method: 'POST', body: said ? `${asked.slice(0, -1)},"metadata":${said}}` : asked });
  if (answer.status === 201) return answer.json();
  if (answer.status === 401) throw Object.assign(new Error('401'), { words: 'signed-out' });
  const problem = await answer.json();
  throw Object.assign(new Error(problem.code), { words: problem.findings ? 'refused' : 'problem', why: problem.title, findings: problem.findings });
}

/** The sidecar's own text, put into the request as it is. */
async function metadataOf(item) {
  const file = batch.sidecarOf(item);
  if (!file) return null;
  const text = file.size > SIDECAR_MOST ? '' : (await file.text()).trim();
  try {
    JSON.parse(text);
    return text;
  } catch {
    throw Object.assign(new Error('sidecar'), { words: 'sidecar-broken' });
  }
}

function ask(address, options = {}) {
  return fetch(address, {
    ...options,
    headers: { 'accept-language': language, 'x-archive-form': proof, ...(options.body ? { 'content-type': 'application/json' } : {}) },
  });
}

/** Asks what became of it until that is final; a failed question is asked again, less and less often. */
async function follow(item, row, uploadId) {
  for (let patience = ASK_EVERY; ; patience = Math.min(patience * 1.3, 30_000)) {
    await new Promise(done => setTimeout(done, patience));
    const answer = await ask(`/api/agencies/${agency}/uploads/${uploadId}`).catch(() => null);
    if (answer?.status === 401) return row.show('signed-out');
    if (!answer?.ok) continue;
    const upload = await answer.json();
    if (upload.status === 'awaiting') continue;
    row.show(upload.status);
    row.tell(upload);
    count();
    if (FINAL.has(upload.status)) return;
  }
}

function count() {
  const states = [...rows].filter(([item]) => item.kind === 'document').map(([, row]) => row.element.dataset.state);
  const of = (...wanted) => states.filter(state => wanted.includes(state)).length;
  const bars = [...rows].filter(([item]) => item.kind === 'document').map(([, row]) => row.bar);
  part('total').max = bars.reduce((sum, bar) => sum + bar.max, 0) || 1;
  part('total').value = bars.reduce((sum, bar) => sum + bar.value, 0);
  const text = tool.say('overall', states.length, of('arrived', 'received', ...FINAL), of('admitted', 'alreadyHeld', 'unpacked'), of('refused'), skipped);
  if (part('overall').textContent !== text) part('overall').textContent = text;
  part('start').disabled = sending !== null || waiting().length === 0;
}

function showInterrupted() {
  const paths = memory.interrupted();
  if (paths.length > 0) part('interrupted').textContent = tool.say('interrupted', paths.join(', '));
}
