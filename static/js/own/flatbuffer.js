/**
 * Reads FlatBuffers of unknown origin. Every offset is checked, so a damaged or hostile file gives an error, never a
 * value from outside the file. The fields of a table are numbered in the order of its schema.
 */

import { Damaged } from "./words.js";

/** A vector may not have more elements. */
const MOST = 1_000_000;

/** @typedef {{view: DataView, at: number}} Table `at` is the table's own offset */

/**
 * @param {Uint8Array} bytes
 * @returns {Table} the root table
 */
export function rootOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { view, at: follow(view, 0) };
}

/** The offset that the one at `at` refers to. @param {DataView} view @param {number} at */
function follow(view, at) {
  const to = at + view.getUint32(checked(view, at, 4), true);
  return checked(view, to, 4);
}

/**
 * @param {DataView} view
 * @param {number} at
 * @param {number} bytes
 */
function checked(view, at, bytes) {
  if (at < 0 || at + bytes > view.byteLength)
    throw new Damaged("beyond", { at: at + bytes - 1, bytes: view.byteLength });
  return at;
}

/**
 * The offset of a field.
 *
 * @param {Table} table
 * @param {number} field
 * @returns {number | undefined} undefined if the file leaves it out
 */
function fieldOf({ view, at }, field) {
  const fields = checked(view, at - view.getInt32(checked(view, at, 4), true), 4);
  const place = 4 + 2 * field;
  if (place + 2 > view.getUint16(fields, true)) return undefined;
  const offset = view.getUint16(checked(view, fields + place, 2), true);
  return offset ? at + offset : undefined;
}

/** @param {Table} table @param {number} field @returns {number} 0 if it is left out */
export function byteOf(table, field) {
  const at = fieldOf(table, field);
  return at === undefined ? 0 : table.view.getInt8(checked(table.view, at, 1));
}

/** @param {Table} table @param {number} field @returns {number} 0 if it is left out */
export function intOf(table, field) {
  const at = fieldOf(table, field);
  return at === undefined ? 0 : table.view.getInt32(checked(table.view, at, 4), true);
}

/** @param {Table} table @param {number} field @returns {Table | undefined} */
export function tableOf(table, field) {
  const at = fieldOf(table, field);
  return at === undefined ? undefined : { view: table.view, at: follow(table.view, at) };
}

/**
 * @param {Table} table
 * @param {number} field
 * @param {number} size bytes of an element
 * @param {number} [most]
 * @returns {{start: number, length: number}}
 */
function vector({ view, at }, field, size, most = MOST) {
  const place = fieldOf({ view, at }, field);
  if (place === undefined) return { start: 0, length: 0 };
  const start = follow(view, place);
  const length = view.getUint32(start, true);
  if (length > most) throw new Damaged("list", { count: length, most });
  checked(view, start + 4, length * size);
  return { start: start + 4, length };
}

/** @param {Table} table @param {number} field @returns {Table[]} */
export function tablesOf(table, field) {
  const { start, length } = vector(table, field, 4);
  return Array.from({ length }, (_, index) => ({ view: table.view, at: follow(table.view, start + 4 * index) }));
}

/** @param {Table} table @param {number} field @returns {number[]} */
export function intsOf(table, field) {
  const { start, length } = vector(table, field, 4);
  return Array.from({ length }, (_, index) => table.view.getInt32(start + 4 * index, true));
}

/** @param {Table} table @param {number} field @returns {number[]} */
export function floatsOf(table, field) {
  const { start, length } = vector(table, field, 4);
  return Array.from({ length }, (_, index) => table.view.getFloat32(start + 4 * index, true));
}

/** @param {Table} table @param {number} field @returns {number[]} 64-bit integers */
export function longsOf(table, field) {
  const { start, length } = vector(table, field, 8);
  return Array.from({ length }, (_, index) => Number(table.view.getBigInt64(start + 8 * index, true)));
}

/** Where the 32-bit integers of a vector are, to change one in place. @param {Table} table @param {number} field */
export function placeOf(table, field) {
  return vector(table, field, 4).start;
}

/** @param {Table} table @param {number} field @returns {Uint8Array} not a copy */
export function bytesOf(table, field) {
  const { start, length } = vector(table, field, 1, table.view.byteLength);
  return new Uint8Array(table.view.buffer, table.view.byteOffset + start, length);
}

/** @param {Table} table @param {number} field @param {number} [most] characters @returns {string} */
export function textOf(table, field, most = 1000) {
  return new TextDecoder().decode(bytesOf(table, field).subarray(0, 4 * most)).slice(0, most);
}
