/**
 * The inverse of a symmetric positive definite matrix, by its Cholesky decomposition.
 *
 * @param {Float64Array} matrix [n, n], row by row
 * @param {number} n
 * @returns {Float64Array} [n, n]
 */
export function inverse(matrix, n) {
  const lower = decomposed(matrix, n);
  const inverted = new Float64Array(n * n);
  const column = new Float64Array(n);
  for (let unit = 0; unit < n; unit++) {
    column.fill(0);
    column[unit] = 1;
    for (let row = unit; row < n; row++) {
      let sum = column[row];
      for (let k = unit; k < row; k++) sum -= lower[row * n + k] * column[k];
      column[row] = sum / lower[row * n + row];
    }
    for (let row = n - 1; row >= 0; row--) {
      let sum = column[row];
      for (let k = row + 1; k < n; k++) sum -= lower[k * n + row] * column[k];
      column[row] = sum / lower[row * n + row];
    }
    for (let row = 0; row < n; row++) inverted[row * n + unit] = column[row];
  }
  return inverted;
}

/**
 * @param {Float64Array} matrix
 * @param {number} n
 * @returns {Float64Array} the lower triangle L with L L^T = matrix
 */
function decomposed(matrix, n) {
  const lower = new Float64Array(n * n);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * n + column];
      for (let k = 0; k < column; k++) sum -= lower[row * n + k] * lower[column * n + k];
      if (row !== column) lower[row * n + column] = sum / lower[column * n + column];
      else if (sum > 0) lower[row * n + row] = Math.sqrt(sum);
      else throw new Error(`The matrix is not positive definite: its pivot ${row} is ${sum}.`);
    }
  }
  return lower;
}
