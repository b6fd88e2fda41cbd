/**
 * Asks the server through Gradio, one question at a time. Gradio does not report an unreachable server, so this checks
 * the server's health while it waits for an answer.
 *
 * @typedef {import("./home.js").Half} Half
 * @typedef {{id: number, model: string, precision: string | null, picture: string | null}} Question
 * @typedef {{model: string, version: string, labels: string[], probabilities: number[], is_blank: boolean,
 *   frame: string | null, milliseconds: {queue: number, decode: number, inference: number, total: number}}} Said
 * @typedef {{id: number} & (Said | {error: string})} Reply
 * @typedef {"stopped" | "slow" | "failed"} Trouble
 */

const HEALTH = "healthz";
/** Milliseconds between two health checks while waiting for an answer, and until the server counts as slow. */
const CHECK = 2000;
const SLOW = 20_000;

/**
 * @param {Half} question
 * @param {Half} answer
 * @param {{onReply(reply: Reply, waited: number, took: number): void, onTrouble(trouble: Trouble): void}} listener
 *   `waited`: milliseconds until the previous question was answered; `took`: milliseconds from then on
 * @returns {(asked: Question) => void} asks a question; a newer question replaces one that has not been sent yet
 */
export function serverOf(question, answer, { onReply, onTrouble }) {
  /** @type {{asked: Question, since: number, sent: number} | undefined} */
  let current;
  /** @type {{asked: Question, since: number} | undefined} */
  let next;
  let isDown = false;
  let timer = 0;

  /** @param {Question} asked @param {number} since */
  function send(asked, since) {
    current = { asked, since, sent: performance.now() };
    next = undefined;
    question.props.value = asked;
    question.trigger();
    clearInterval(timer);
    timer = window.setInterval(check, CHECK);
  }

  /** Sends the newest question, or if there is none, the unanswered one again. */
  function sendAgain() {
    const newest = next ?? current;
    if (newest) send(newest.asked, performance.now());
  }

  async function check() {
    const { asked, sent } = current ?? {};
    const isUp = await isHealthy();
    if (!current || asked !== current.asked) return;
    if (!isUp) onTrouble("stopped");
    else if (isDown) sendAgain();
    else if (performance.now() - Number(sent) > SLOW) onTrouble("slow");
    isDown = !isUp;
  }

  answer.watch("value", () => {
    const received = performance.now();
    const reply = /** @type {Reply} */ (answer.props.value);
    if (!current || reply?.id !== current.asked.id) return;
    const { since, sent } = current;
    current = undefined;
    clearInterval(timer);
    onReply(reply, sent - since, received - sent);
    if (next) send(next.asked, next.since);
  });
  answer.element.querySelector(".home-answer")?.addEventListener("failed", () => {
    if (!current) return;
    onTrouble("failed");
    isDown = true; // so that the next successful health check asks again
  });

  return (asked) => {
    const since = performance.now();
    if (current && !isDown) next = { asked, since };
    else send(asked, since);
  };
}

async function isHealthy() {
  try {
    const response = await fetch(new URL(HEALTH, document.baseURI), {
      cache: "no-store",
      signal: AbortSignal.timeout(2 * CHECK),
    });
    return response.ok;
  } catch {
    return false;
  }
}
