const server = "http://127.0.0.1:7860";
const picture = await (await fetch(`${server}/offline/data/examples/digit-2.png`)).blob();
const response = await fetch(`${server}/api/predict?model=compact`, { method: "POST", body: picture });
const answer = await response.json();
console.log(answer.label, answer.probabilities, answer.timings_ms);
