/** A table as a picture. */

const SCALE = 2; // for dense screens
const [SIZE, ROW, PAD, GAP] = [14, 26, 20, 24];

/**
 * @param {string} caption under the table
 * @param {string[][]} rows the first is the head; all but the first column stand at the right
 * @returns {Promise<Blob>} PNG, in the page's colours
 */
export async function drawTable(caption, rows) {
  const canvas = document.createElement("canvas");
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const style = getComputedStyle(document.documentElement);
  const colours = ["--page", "--text", "--line", "--quiet"].map((name) => style.getPropertyValue(name));
  const [page, text, line, quiet] = colours;
  const font = `${SIZE}px ${style.fontFamily}`;
  context.font = font;
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => context.measureText(row[column]).width)));
  const width = PAD * 2 + widths.reduce((sum, each) => sum + each + GAP, -GAP);
  const lines = wrap(context, caption, width - PAD * 2);
  const height = PAD * 2 + ROW * (rows.length + lines.length + 0.5);
  [canvas.width, canvas.height] = [width * SCALE, height * SCALE];
  context.scale(SCALE, SCALE);
  Object.assign(context, { font, fillStyle: page, textBaseline: "middle" });
  context.fillRect(0, 0, width, height);
  for (const [place, row] of rows.entries()) {
    const y = PAD + ROW * place;
    let x = PAD;
    for (const [column, cell] of row.entries()) {
      context.fillStyle = column && place ? text : quiet;
      context.textAlign = column ? "end" : "start";
      context.fillText(cell, column ? x + widths[column] : x, y + ROW / 2);
      x += widths[column] + GAP;
    }
    context.fillStyle = line;
    context.fillRect(PAD, y + ROW - 1, width - PAD * 2, 1);
  }
  Object.assign(context, { fillStyle: quiet, textAlign: "start" });
  for (const [place, each] of lines.entries()) context.fillText(each, PAD, PAD + ROW * (rows.length + place + 1));
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The table could not be drawn.")))),
  );
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {number} width
 * @returns {string[]} lines that are no wider, broken between words
 */
function wrap(context, text, width) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length && context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
