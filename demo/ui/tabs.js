// The tables of the Models tab: a click on a header sorts by its column, a second click reverses the order. And the
// buttons that copy what stands before them, there and in the About tab.
const valueOf = (row, column) => row.cells[column].dataset.value;

const compare = (a, b) => {
  if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1); // missing values come last
  return isNaN(a) || isNaN(b) ? a.localeCompare(b) : a - b;
};

const sortBy = (header) => {
  const body = header.closest("table").tBodies[0];
  const falling = header.ariaSort === "ascending";
  for (const other of header.parentNode.cells) other.ariaSort = null;
  header.ariaSort = falling ? "descending" : "ascending";
  const order = (a, b) => {
    const [x, y] = [a, b].map((row) => valueOf(row, header.cellIndex));
    return falling && x && y ? compare(y, x) : compare(x, y);
  };
  body.append(...[...body.rows].sort(order));
};

const copy = async (button) => {
  const text = button.previousElementSibling;
  getSelection().selectAllChildren(text); // to be copied by a key where the clipboard may not be used
  const written = navigator.clipboard?.writeText(text.textContent); // no clipboard on plain HTTP
  const isCopied = await written?.then(
    () => true,
    () => false,
  );
  const result = isCopied ? "copied" : "selected";
  button.classList.add(result);
  setTimeout(() => button.classList.remove(result), 1500);
};

const downloadParts = (link) => {
  for (const address of link.dataset.parts.split(" ")) {
    Object.assign(document.createElement("a"), { href: address, download: "" }).click();
  }
};

addEventListener("click", ({ target }) => {
  const button = target.closest?.("#catalog th button, [data-copy], #catalog [data-parts]");
  if (!button) return;
  if (button.matches("[data-copy]")) copy(button);
  else if (button.dataset.parts) downloadParts(button);
  else sortBy(button.closest("th"));
});
