import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Batch, dropped } from '../../../../../functions/ArchiveFunctions/ReadingRoom/Desks/Officer/Scripts/batch.mjs';

const file = (size = 1, lastModified = 1) => ({ size, lastModified });

test('a description goes with its document, whichever is chosen first and however the letters are composed', () => {
  const batch = new Batch();
  const sidecar = file();
  assert.equal(batch.add('2024/Thông báo.pdf.metadata.json'.normalize('NFC'), sidecar), 'sidecar');
  assert.deepEqual(batch.missing(), ['2024/Thông báo.pdf'.normalize('NFC')]);
  assert.equal(batch.add('2024/Thông báo.pdf'.normalize('NFD'), file()), 'document');
  assert.equal(batch.sidecarOf(batch.items[0]), sidecar);
  assert.equal(batch.items[0].path, '2024/Thông báo.pdf'.normalize('NFD'), 'the name is sent as it is');
  assert.deepEqual(batch.missing(), []);
});

test('the same file is taken once, another of the same name is another', () => {
  const batch = new Batch();
  assert.equal(batch.add('a.pdf', file(5)), 'document');
  assert.equal(batch.add('a.pdf', file(5)), 'twice');
  assert.equal(batch.add('a.pdf', file(6)), 'document');
  assert.equal(batch.add('b/a.pdf', file(5)), 'document');
  assert.deepEqual(batch.items.map(item => item.id), [0, 1, 2]);
});

test('what systems leave in folders is no record, and an edXML description cannot go this way', () => {
  const batch = new Batch();
  for (const name of ['.DS_Store', 'x/Thumbs.db', 'x/._a.pdf']) assert.equal(batch.add(name, file()), 'clutter');
  assert.equal(batch.add('a.pdf.edxml', file()), 'unsupported');
  assert.equal(batch.add('cong-van.edxml', file()), 'document', 'a message brings its documents');
  assert.equal(batch.add('000.00.01.H26-123.EDXML', file()), 'document');
  assert.equal(batch.add('.metadata.json', file()), 'document', 'an ending alone describes nothing');
});

test('files of a folder that is a package belong to it, whichever is chosen first', () => {
  const batch = new Batch();
  for (const path of ['Gói/data/1.pdf'.normalize('NFD'), 'Gói/METS.xml', 'Gói khác/1.pdf', 'túi/bagit.txt', 'METS.xml']) batch.add(path, file());
  assert.deepEqual(batch.items.map(item => batch.isInPackage(item)), [true, true, false, true, false]);
});

test('dropped folders are walked to their bottom, past the first hundred entries', async () => {
  const leaf = fullPath => ({ isFile: true, fullPath, file: done => done(file()) });
  const folder = (...parts) => ({ isDirectory: true, createReader: () => ({ readEntries: done => done(parts.shift() ?? []) }) });
  const inner = folder([leaf('/a/b/1.pdf')], [leaf('/a/b/2.pdf')]);
  const items = [folder([inner, leaf('/a/0.pdf')]), leaf('/3.pdf')].map(entry => ({ kind: 'file', webkitGetAsEntry: () => entry }));
  assert.deepEqual((await dropped(items)).map(([path]) => path), ['a/b/1.pdf', 'a/b/2.pdf', 'a/0.pdf', '3.pdf']);
});
