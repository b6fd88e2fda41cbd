/**
 * The address of the folder that is served, with `index.html` in it. The sources in `js/` and the scripts that are
 * built from them, in `built/js/`, lie equally deep.
 */
export const PAGE = new URL("../../", import.meta.url);
