'use strict';

// Loaded into Azurite before anything else: moves its clock, so that the storage service lives in the same time as the host beside it.
// Otherwise blobs and rows would bear times that the archive takes for years ago: a sidecar that came a second before its document would
// count as abandoned, everything in the inbox as overlooked, and with a clock set back every signed address would have ended.
// Only what is asked for the time of day changes; timers run as ever.
//
// ARCHIVE_CLOCK_AHEAD=SECONDS node --require clock.cjs ...

const ahead = Number(process.env.ARCHIVE_CLOCK_AHEAD ?? 0) * 1000;

if (ahead !== 0) {
  const RealDate = Date;
  const now = () => RealDate.now() + ahead;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}
