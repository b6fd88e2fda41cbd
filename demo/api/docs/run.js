// Shows the text of example.js and hybrid.js and runs those files, so what is read and what runs cannot differ.
const [EXAMPLE, HYBRID] = ["example.js", "hybrid.js"].map((name) => new URL(name, import.meta.url));
const CURVES = new URL("../../offline/models/hybrid.json", import.meta.url);
let runs = 0;

async function showExample() {
  const answers = async () => (await import(`${EXAMPLE}?${runs++}`)).answer; // a module runs once for each address
  const code = document.getElementById("code");
  await show(EXAMPLE, code, document.getElementById("run"), document.getElementById("answer"), answers);
}

async function showHybrid() {
  const response = await fetch(CURVES).catch(() => undefined);
  if (!response?.ok || !(await response.json()).pairs.length) return; // no pair of models was measured for this host
  const section = document.getElementById("hybrid");
  const find = (selector) => section.querySelector(selector);
  const [image, slider] = [find("img"), find("input")];
  slider.addEventListener("input", () => (find("output").textContent = slider.value));
  const answers = async () => (await import(HYBRID)).hybrid(image, Number(slider.value));
  await show(HYBRID, find("code"), find("button"), find("pre[aria-live]"), answers);
  section.hidden = false;
}

async function show(file, code, button, output, answers) {
  code.textContent = await (await fetch(file)).text();
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      output.textContent = JSON.stringify(await answers(), undefined, 2);
    } catch (error) {
      output.textContent = `The server did not answer: ${error.message}`;
    }
    button.disabled = false;
  });
}

await Promise.all([showExample(), showHybrid()]);
