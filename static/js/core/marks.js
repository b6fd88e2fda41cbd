/** Names of marks on the browser's own timeline of the page. */

/** The first model can answer. */
export const READY = "ready";
