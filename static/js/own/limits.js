/** What a file of the reader's may take: it may come from anybody. */

/** Bytes of all files together. A model is several times in memory while it is loaded. */
export const FILE_BYTES = 400_000_000;
/** Bytes of a `model.json`. */
export const JSON_BYTES = 64_000_000;
/** Bytes of a file with labels, unpacked. */
export const LABEL_BYTES = 2_000_000;
/** Pixels of an input. */
export const PIXELS = 4_000_000;
/** Numbers in an answer. */
export const CLASSES = 100_000;

/** Seconds until the worker is stopped. The download of an engine does not count. */
export const SECONDS = { read: 30, load: 60, answer: 20 };
