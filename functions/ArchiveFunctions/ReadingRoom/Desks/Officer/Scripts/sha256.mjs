// SHA-256 (FIPS 180-4) piece by piece: the browser's own digest takes a file only whole, and a film does not fit into memory.
// As a worker it is given a file and tells how far it has read, then the digest.

const primes = [];
for (let candidate = 2; primes.length < 64; candidate++)
  if (primes.every(prime => candidate % prime !== 0)) primes.push(candidate);

/** The first 32 bits of a root's fraction, as the standard defines its constants. */
const fraction = root => ((root - Math.floor(root)) * 2 ** 32) | 0;
const K = Int32Array.from(primes, prime => fraction(Math.cbrt(prime)));
const BEGIN = Int32Array.from(primes.slice(0, 8), prime => fraction(Math.sqrt(prime)));

export class Sha256 {
  #state = BEGIN.slice();
  #block = new Uint8Array(64);
  #filled = 0;
  #length = 0;
  #words = new Int32Array(64);

  /** Takes the next bytes, however many. */
  update(bytes) {
    this.#length += bytes.length;
    let at = 0;
    if (this.#filled > 0) {
      at = Math.min(64 - this.#filled, bytes.length);
      this.#block.set(bytes.subarray(0, at), this.#filled);
      this.#filled += at;
      if (this.#filled < 64) return this;
      this.#take(this.#block, 0);
      this.#filled = 0;
    }
    for (; at + 64 <= bytes.length; at += 64) this.#take(bytes, at);
    this.#block.set(bytes.subarray(at));
    this.#filled = bytes.length - at;
    return this;
  }

  /** The digest of everything taken, 64 hexadecimal digits. Nothing can be taken after it. */
  hex() {
    const length = this.#length;
    const end = new Uint8Array((this.#filled < 56 ? 64 : 128) - this.#filled);
    end[0] = 0x80;
    const view = new DataView(end.buffer);
    view.setUint32(end.length - 8, Math.floor(length / 2 ** 29));
    view.setUint32(end.length - 4, (length * 8) % 2 ** 32);
    this.update(end);
    return Array.from(this.#state, word => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  #take(bytes, at) {
    const w = this.#words;
    for (let i = 0; i < 16; i++, at += 4) w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15], y = w[i - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }

    const state = this.#state;
    let a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }

    state[0] += a; state[1] += b; state[2] += c; state[3] += d; state[4] += e; state[5] += f; state[6] += g; state[7] += h;
  }
}

const PORTION = 4 << 20;

/** The digest of a file (or blob), read a portion at a time. */
export async function digestOf(file, report = () => {}) {
  const sha = new Sha256();
  for (let at = 0; at < file.size; at += PORTION) {
    sha.update(new Uint8Array(await file.slice(at, at + PORTION).arrayBuffer()));
    report(Math.min(at + PORTION, file.size));
  }
  return sha.hex();
}

if (typeof WorkerGlobalScope !== 'undefined' && globalThis instanceof WorkerGlobalScope) {
  globalThis.onmessage = async ({ data: file }) => {
    try {
      globalThis.postMessage({ sha256: await digestOf(file, read => globalThis.postMessage({ read })) });
    } catch (unreadable) {
      globalThis.postMessage({ failed: unreadable.name });
    }
  };
}
