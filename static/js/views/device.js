/** What this device says of itself: browser, system, processor threads, memory, graphics. */
export function deviceOf() {
  const { userAgent, hardwareConcurrency: threads, deviceMemory: memory } = /** @type {any} */ (navigator);
  const facts = [userAgent, `${threads} threads`, memory && `${memory} GB or more`, graphics()];
  return `${facts.filter(Boolean).join("; ")}.`;
}

function graphics() {
  const context = document.createElement("canvas").getContext("webgl");
  const about = context?.getExtension("WEBGL_debug_renderer_info");
  const name = about && context?.getParameter(about.UNMASKED_RENDERER_WEBGL);
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return name;
}
