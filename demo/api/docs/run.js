// Shows the text of example.js and runs that file, so what is read and what runs cannot differ.
const EXAMPLE = new URL("example.js", import.meta.url);
const button = document.getElementById("run");
const output = document.getElementById("answer");
let runs = 0;

document.getElementById("code").textContent = await (await fetch(EXAMPLE)).text();
button.addEventListener("click", async () => {
  button.disabled = true;
  try {
    const { answer } = await import(`${EXAMPLE}?${runs++}`); // a module runs once for each address
    output.textContent = JSON.stringify(answer, undefined, 2);
  } catch (error) {
    output.textContent = `The server did not answer: ${error.message}`;
  }
  button.disabled = false;
});
