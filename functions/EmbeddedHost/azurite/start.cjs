'use strict';

// Starts Azurite as a process of its own and ends. It is the storage *service*: it has to outlive the host that asked for it, as the
// service would outlive a function app, and a Ctrl-C in the terminal must reach the host only, which then stops the storage in order.
//   1. `detached` gives it its own session on Linux and macOS and its own console on Windows, with nothing but Node needed.
//   2. The state file is written here, not by the host, so that a host killed in this very moment leaves no storage nobody knows of.
//
// node start.cjs STATE_FILE LOG_FILE BLOB_PORT AZURITE_JS [option of Azurite ...]

const { spawn } = require('node:child_process');
const { openSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const [stateFile, logFile, blobPort, azurite, ...options] = process.argv.slice(2);
const log = openSync(logFile, 'w');
const startedAt = new Date().toISOString();
const service = spawn(process.execPath, ['--require', join(__dirname, 'clock.cjs'), '--require', join(__dirname, 'listing.cjs'), azurite, ...options], { detached: true, windowsHide: true, stdio: ['ignore', log, log] });

service.once('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});

service.once('spawn', () => {
  const draft = `${stateFile}.new`;
  writeFileSync(draft, JSON.stringify({ pid: service.pid, startedAt, blobPort: Number(blobPort), ahead: Number(process.env.ARCHIVE_CLOCK_AHEAD ?? 0) }));
  renameSync(draft, stateFile);
  service.unref();
});
